//! Rules for items, keys and values: asked of each as soon as it is read, since a list in which one is wrong is never
//! there as a whole.
//!
//! ```text
//! #[field(items(min_length = 1, ascii))] tags: Vec<String>
//! items::<Vec<String>, _, _>(0, |v, item| { v.min_length(0, 1, item); v.rule(1, &Ascii, item); }, NoRules)
//! ```

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::hash::{BuildHasher, Hash};
use std::rc::Rc;
use std::sync::Arc;

use serde::de::{DeserializeSeed, Deserializer};

use super::dicts::{DictOf, EachKey};
use super::kind::read;
use super::lists::{Each, ListOf, into_array};
use super::wrappers::read_option;
use super::{Context, Decode};
use crate::field_type::FieldType;
use crate::spec::ClassSpec;
use crate::validate::{EachEntry, EachItem, Place, Scope, Validator, check_count};

/// There are no rules for what lies within.
pub struct NoRules;

/// Rules for items.
pub struct Items<F, R> {
    /// Which rule of the outer value has them.
    part: usize,
    check: F,
    /// Those for what lies within an item.
    inner: R,
}

/// Rules for the items of a `C`.
pub const fn items<C: EachItem, F: Fn(&mut Validator<'_>, &C::Item), R>(
    part: usize,
    check: F,
    inner: R,
) -> Items<F, R> {
    Items { part, check, inner }
}

/// Rules for keys and values.
pub struct Entries<K, V, R> {
    /// Which rules of the outer value have those for keys and for values.
    parts: (usize, usize),
    keys: K,
    values: V,
    /// Those for what lies within a value.
    inner: R,
}

/// Rules for the keys and values of a `C`.
pub const fn entries<C, K, V, R>(parts: (usize, usize), keys: K, values: V, inner: R) -> Entries<K, V, R>
where
    C: EachEntry,
    K: Fn(&mut Validator<'_>, &C::Key),
    V: Fn(&mut Validator<'_>, &C::Value),
{
    Entries { parts, keys, values, inner }
}

/// A type that is read with rules of the kind `R` for what lies within.
#[diagnostic::on_unimplemented(message = "`{Self}` cannot be read from data with rules for what lies within it")]
pub trait ReadWithin<'de, R>: Decode<'de> {
    /// Reads a value, whose rules are at this place.
    ///
    /// # Errors
    /// Those of the text itself.
    fn read_within<D: Deserializer<'de>>(
        deserializer: D,
        rules: &R,
        place: Place<'_>,
        context: &mut Context,
    ) -> Result<Option<Self>, D::Error>;
}

impl<'de, T: Decode<'de>> ReadWithin<'de, NoRules> for T {
    #[inline]
    fn read_within<D: Deserializer<'de>>(
        deserializer: D,
        _: &NoRules,
        _: Place<'_>,
        context: &mut Context,
    ) -> Result<Option<Self>, D::Error> {
        T::decode(deserializer, context)
    }
}

/// Reads a field with its rules for what lies within.
pub(super) struct WithRules<'c, T, R> {
    spec: &'static ClassSpec,
    field: usize,
    rules: &'c R,
    context: &'c mut Context,
    made: std::marker::PhantomData<T>,
}

impl<'c, T, R> WithRules<'c, T, R> {
    /// The field at this position of the class.
    pub(super) const fn new(spec: &'static ClassSpec, field: usize, rules: &'c R, context: &'c mut Context) -> Self {
        Self { spec, field, rules, context, made: std::marker::PhantomData }
    }
}

impl<'de, T: ReadWithin<'de, R>, R> DeserializeSeed<'de> for WithRules<'_, T, R> {
    type Value = Option<T>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        let scope = Scope::Class(self.spec);
        T::read_within(deserializer, self.rules, Place::new(&scope, self.field), self.context)
    }
}

/// Reads an item, or the value of an entry, and asks its rules.
struct Checked<'r, F, R> {
    check: &'r F,
    inner: &'r R,
    place: Place<'r>,
}

impl<'de, T: ReadWithin<'de, R>, F: Fn(&mut Validator<'_>, &T), R> Each<'de, T> for Checked<'_, F, R> {
    #[inline]
    fn read<D: Deserializer<'de>>(&self, deserializer: D, context: &mut Context) -> Result<Option<T>, D::Error> {
        let mark = context.mark();
        let value = T::read_within(deserializer, self.inner, self.place, context)?;
        let middle = context.mark();
        match (&value, context.holed.take()) {
            (Some(value), _) => (self.check)(&mut Validator::at(&mut context.report, self.place), value),
            (None, Some(count)) => check_count(self.place.rules(), count, &mut context.report),
            (None, None) => {}
        }
        // What is said of the value itself comes before what is said of what lies within.
        context.report.rotate(mark, middle);
        Ok(value)
    }
}

/// Asks the rules for keys.
struct CheckedKey<'r, F> {
    check: &'r F,
    place: Place<'r>,
}

impl<K, F: Fn(&mut Validator<'_>, &K)> EachKey<K> for CheckedKey<'_, F> {
    fn check(&self, key: &K, context: &mut Context) {
        (self.check)(&mut Validator::at(&mut context.report, self.place), key);
    }
}

/// Hands rules on to what a pointer or an `Option` holds.
struct Through<'r, R> {
    rules: &'r R,
    place: Place<'r>,
}

impl<'de, T: ReadWithin<'de, R>, R> Each<'de, T> for Through<'_, R> {
    #[inline]
    fn read<D: Deserializer<'de>>(&self, deserializer: D, context: &mut Context) -> Result<Option<T>, D::Error> {
        T::read_within(deserializer, self.rules, self.place, context)
    }
}

/// Lists: what is gathered, and what becomes of that.
macro_rules! lists {
    ($(($($generics:tt)*) $type:ty $(where ($($bounds:tt)+))?, $gathered:ty, |$items:ident, $context:ident| $made:expr;)*) => {$(
        impl<'de, T, F, R, $($generics)*> ReadWithin<'de, Items<F, R>> for $type
        where
            T: ReadWithin<'de, R>,
            F: Fn(&mut Validator<'_>, &T),
            $($($bounds)+)?
        {
            #[inline]
            fn read_within<D: Deserializer<'de>>(
                deserializer: D,
                rules: &Items<F, R>,
                place: Place<'_>,
                $context: &mut Context,
            ) -> Result<Option<Self>, D::Error> {
                let scope = Scope::Within(place);
                let each = Checked { check: &rules.check, inner: &rules.inner, place: Place::new(&scope, rules.part) };
                let $items = read(ListOf::<T, $gathered, Self, _>::new(&each), deserializer, $context)?;
                Ok($made)
            }
        }
    )*};
}

lists! {
    () Vec<T>, Vec<T>, |items, context| items;
    () VecDeque<T>, Vec<T>, |items, context| items.map(Self::from);
    (const N: usize) [T; N], Vec<T>, |items, context| items.and_then(|items| into_array(items, context));
    () Box<[T]>, Vec<T>, |items, context| items.map(Self::from);
    () Rc<[T]>, Vec<T>, |items, context| items.map(Self::from);
    () Arc<[T]>, Vec<T>, |items, context| items.map(Self::from);
    () Cow<'_, [T]> where (T: Clone), Vec<T>, |items, context| items.map(Self::Owned);
    (S) HashSet<T, S> where (T: Eq + Hash, S: BuildHasher + Default, Self: FieldType), Self, |items, context| items;
    () BTreeSet<T> where (T: Ord), Self, |items, context| items;
}

macro_rules! dicts {
    ($(($($generics:tt)*) $type:ty where ($($bounds:tt)+);)*) => {$(
        impl<'de, K, V, FK, FV, R, $($generics)*> ReadWithin<'de, Entries<FK, FV, R>> for $type
        where
            K: Decode<'de>,
            V: ReadWithin<'de, R>,
            FK: Fn(&mut Validator<'_>, &K),
            FV: Fn(&mut Validator<'_>, &V),
            $($bounds)+
        {
            fn read_within<D: Deserializer<'de>>(
                deserializer: D,
                rules: &Entries<FK, FV, R>,
                place: Place<'_>,
                context: &mut Context,
            ) -> Result<Option<Self>, D::Error> {
                let scope = Scope::Within(place);
                let keys = CheckedKey { check: &rules.keys, place: Place::new(&scope, rules.parts.0) };
                let place = Place::new(&scope, rules.parts.1);
                let values = Checked { check: &rules.values, inner: &rules.inner, place };
                read(DictOf::new(&keys, &values), deserializer, context)
            }
        }
    )*};
}

dicts! {
    (S) HashMap<K, V, S> where (K: Eq + Hash, S: BuildHasher + Default, Self: FieldType);
    () BTreeMap<K, V> where (K: Ord);
}

/// Pointers are looked through, and so is an `Option`.
macro_rules! through {
    ($(($($rules:ident)*) $kind:ident;)*) => {$(
        impl<'de, T: ReadWithin<'de, $kind<$($rules),*>>, $($rules),*> ReadWithin<'de, $kind<$($rules),*>> for Option<T> {
            fn read_within<D: Deserializer<'de>>(
                deserializer: D,
                rules: &$kind<$($rules),*>,
                place: Place<'_>,
                context: &mut Context,
            ) -> Result<Option<Self>, D::Error> {
                read_option(deserializer, &Through { rules, place }, context)
            }
        }

        through! { @pointers ($($rules)*) $kind: Box Rc Arc }

        impl<'de, T, $($rules),*> ReadWithin<'de, $kind<$($rules),*>> for Cow<'_, T>
        where
            T: ReadWithin<'de, $kind<$($rules),*>> + Clone,
        {
            fn read_within<D: Deserializer<'de>>(
                deserializer: D,
                rules: &$kind<$($rules),*>,
                place: Place<'_>,
                context: &mut Context,
            ) -> Result<Option<Self>, D::Error> {
                Ok(T::read_within(deserializer, rules, place, context)?.map(Self::Owned))
            }
        }
    )*};
    (@pointers $rules:tt $kind:ident: $($pointer:ident)*) => {$(
        through! { @pointer $rules $kind $pointer }
    )*};
    (@pointer ($($rules:ident)*) $kind:ident $pointer:ident) => {
        impl<'de, T, $($rules),*> ReadWithin<'de, $kind<$($rules),*>> for $pointer<T>
        where
            T: ReadWithin<'de, $kind<$($rules),*>>,
        {
            fn read_within<D: Deserializer<'de>>(
                deserializer: D,
                rules: &$kind<$($rules),*>,
                place: Place<'_>,
                context: &mut Context,
            ) -> Result<Option<Self>, D::Error> {
                Ok(T::read_within(deserializer, rules, place, context)?.map(Self::new))
            }
        }
    };
}

through! {
    (F R) Items;
    (FK FV R) Entries;
}
