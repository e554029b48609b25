//! Types that have items or entries which rules are for.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

use crate::field_type::FieldType;

/// A type whose items are walked through.
#[diagnostic::on_unimplemented(message = "`{Self}` has no items that rules could be for")]
pub trait EachItem {
    /// The type of the items.
    type Item;

    /// Calls the function with each, and its position.
    fn each_item(&self, look: impl FnMut(usize, &Self::Item));
}

/// A type whose entries are walked through.
#[diagnostic::on_unimplemented(message = "`{Self}` has no keys and values that rules could be for")]
pub trait EachEntry {
    /// The type of the keys.
    type Key: FieldType;
    /// The type of the values.
    type Value;

    /// Calls the function with each.
    fn each_entry(&self, look: impl FnMut(&Self::Key, &Self::Value));
}

macro_rules! items {
    ($(($($generics:tt)*) $type:ty;)*) => {$(
        impl<T, $($generics)*> EachItem for $type {
            type Item = T;

            #[inline]
            fn each_item(&self, mut look: impl FnMut(usize, &T)) {
                for (i, item) in self.iter().enumerate() {
                    look(i, item);
                }
            }
        }
    )*};
}

items! {
    () Vec<T>;
    () VecDeque<T>;
    () [T];
    (const N: usize) [T; N];
    (S) HashSet<T, S>;
    () BTreeSet<T>;
}

macro_rules! entries {
    ($(($($generics:tt)*) $type:ty;)*) => {$(
        impl<K: FieldType, V, $($generics)*> EachEntry for $type {
            type Key = K;
            type Value = V;

            #[inline]
            fn each_entry(&self, mut look: impl FnMut(&K, &V)) {
                for (key, value) in self {
                    look(key, value);
                }
            }
        }
    )*};
}

entries! {
    (S) HashMap<K, V, S>;
    () BTreeMap<K, V>;
}

/// Pointers are looked through, and so is an `Option`.
macro_rules! pointers {
    ($($type:ty)*) => {$(
        impl<T: EachItem + ?Sized> EachItem for $type {
            type Item = T::Item;

            #[inline]
            fn each_item(&self, look: impl FnMut(usize, &T::Item)) {
                (**self).each_item(look);
            }
        }

        impl<T: EachEntry + ?Sized> EachEntry for $type {
            type Key = T::Key;
            type Value = T::Value;

            #[inline]
            fn each_entry(&self, look: impl FnMut(&T::Key, &T::Value)) {
                (**self).each_entry(look);
            }
        }
    )*};
}

pointers! { &T Box<T> std::rc::Rc<T> std::sync::Arc<T> }

impl<T: EachItem + ToOwned + ?Sized> EachItem for std::borrow::Cow<'_, T> {
    type Item = T::Item;

    #[inline]
    fn each_item(&self, look: impl FnMut(usize, &T::Item)) {
        (**self).each_item(look);
    }
}

impl<T: EachItem> EachItem for Option<T> {
    type Item = T::Item;

    #[inline]
    fn each_item(&self, look: impl FnMut(usize, &T::Item)) {
        if let Some(items) = self {
            items.each_item(look);
        }
    }
}

impl<T: EachEntry> EachEntry for Option<T> {
    type Key = T::Key;
    type Value = T::Value;

    #[inline]
    fn each_entry(&self, look: impl FnMut(&T::Key, &T::Value)) {
        if let Some(entries) = self {
            entries.each_entry(look);
        }
    }
}
