//! Types that know nothing of us: read by their `Deserialize`, so that what is wrong with one does not end the reading of
//! all others.
//!
//! A parser that is left in the middle of a value cannot go on. So the foreign type reads from a wrapper, which hands all
//! through; if the foreign type gives up, the wrapper passes over what is left. A dataclass within leaves its faults where
//! the wrapper finds them, since an error of serde is nothing but text.

mod key;
mod variant;

use std::cell::RefCell;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error as DeError, IgnoredAny, MapAccess, SeqAccess, Visitor,
};

use self::key::Key;
use self::variant::Variant;
use super::key::KeySeed;
use super::{Context, RawKey};
use crate::limits::Limits;
use crate::path::Segment;
use crate::validate::Issue;

thread_local! {
    /// The faults of the dataclass within a foreign type that was read last.
    static WITHIN: RefCell<Vec<Issue>> = const { RefCell::new(Vec::new()) };
}

/// An error of serde that stands for the faults of a dataclass.
pub(super) fn error_of<E: DeError>(issues: &[Issue], text: impl fmt::Display) -> E {
    WITHIN.with_borrow_mut(|within| issues.clone_into(within));
    let error = E::custom(text);
    // Nobody took them: this is no foreign type of ours.
    WITHIN.with_borrow_mut(Vec::clear);
    error
}

/// Reads a foreign type.
pub(super) fn read<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
    context: &mut Context,
) -> Result<Option<T>, D::Error> {
    if !deserializer.is_human_readable() {
        // Such a format cannot be read on after a fault.
        return T::deserialize(deserializer).map(Some);
    }
    match T::deserialize(Wrapper(deserializer)) {
        Ok(value) => Ok(Some(value)),
        Err(Fault::Input(error)) => Err(error),
        Err(Fault::Data { issues, in_the_middle }) => {
            for issue in issues {
                context.report.push(issue);
            }
            if in_the_middle {
                context.set_incomplete();
            }
            Ok(None)
        }
    }
}

/// Why a foreign type was not read.
#[derive(Debug)]
enum Fault<E> {
    /// The text itself is wrong.
    Input(E),
    /// The type does not like what it says. Nothing is known of what comes after that within a list or dict.
    Data { issues: Vec<Issue>, in_the_middle: bool },
}

impl<E> Fault<E> {
    /// The same, seen from outside.
    fn at(self, segment: impl Fn() -> Segment) -> Self {
        match self {
            Self::Input(error) => Self::Input(error),
            Self::Data { issues, .. } => {
                let issues = issues.into_iter().map(|issue| issue.at(segment())).collect();
                Self::Data { issues, in_the_middle: true }
            }
        }
    }
}

impl<E: fmt::Display> fmt::Display for Fault<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input(error) => error.fmt(f),
            Self::Data { issues, .. } => match issues.first() {
                Some(issue) => issue.fmt(f),
                None => f.write_str("validation failed"),
            },
        }
    }
}

impl<E: DeError> std::error::Error for Fault<E> {}

impl<E: DeError> DeError for Fault<E> {
    fn custom<T: fmt::Display>(message: T) -> Self {
        let mut issues = WITHIN.take();
        if issues.is_empty() {
            issues.push(Issue::new("invalid").with_param("reason", message.to_string()));
        }
        Self::Data { issues, in_the_middle: false }
    }
}

/// What is wrong with the data, as a value: the parser itself is fine.
type Read<T, E> = Result<T, Fault<E>>;

struct Wrapper<D>(D);

macro_rules! ask {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
            self.deserialize_any(visitor)
        }
    )*};
}

/// What a format that says what comes is asked for: anything, since it must not refuse.
impl<'de, D: Deserializer<'de>> Deserializer<'de> for Wrapper<D> {
    type Error = Fault<D::Error>;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        self.0.deserialize_any(Through(visitor, PhantomData)).map_err(Fault::Input)?
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        self.0.deserialize_option(Through(visitor, PhantomData)).map_err(Fault::Input)?
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        self.0.deserialize_newtype_struct(name, Through(visitor, PhantomData)).map_err(Fault::Input)?
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        self.0.deserialize_any(Variant(visitor, PhantomData)).map_err(Fault::Input)?
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        self.0.deserialize_ignored_any(Through(visitor, PhantomData)).map_err(Fault::Input)?
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Self::Error> {
        self.deserialize_any(visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Self::Error> {
        self.deserialize_any(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        self.deserialize_any(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        self.deserialize_any(visitor)
    }

    ask! {
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128 deserialize_u8
        deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128 deserialize_f32 deserialize_f64
        deserialize_char deserialize_str deserialize_string deserialize_bytes deserialize_byte_buf deserialize_unit
        deserialize_seq deserialize_map deserialize_identifier
    }
}

/// A visitor that passes over what is left when the one within gives up.
struct Through<V, E>(V, PhantomData<E>);

macro_rules! hand_through {
    ($($method:ident $type:ty;)*) => {$(
        fn $method<E2>(self, value: $type) -> Result<Self::Value, E2> {
            Ok(self.0.$method(value))
        }
    )*};
}

impl<'de, V: Visitor<'de>, E: DeError> Visitor<'de> for Through<V, E> {
    type Value = Read<V::Value, E>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    hand_through! {
        visit_bool bool; visit_i64 i64; visit_i128 i128; visit_u64 u64; visit_u128 u128; visit_f64 f64; visit_str &str;
        visit_borrowed_str &'de str; visit_string String; visit_bytes &[u8]; visit_borrowed_bytes &'de [u8];
        visit_byte_buf Vec<u8>;
    }

    fn visit_unit<E2>(self) -> Result<Self::Value, E2> {
        Ok(self.0.visit_unit())
    }

    fn visit_none<E2>(self) -> Result<Self::Value, E2> {
        Ok(self.0.visit_none())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        nested(self.0.visit_some(Wrapper(deserializer)))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        nested(self.0.visit_newtype_struct(Wrapper(deserializer)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let value = nested(self.0.visit_seq(Items { items: &mut items, index: 0 }))?;
        let mut is_left = false;
        while items.next_element::<IgnoredAny>()?.is_some() {
            is_left = true;
        }
        Ok(ended(value, is_left))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut state = Entry::default();
        let value = nested(self.0.visit_map(Entries { entries: &mut entries, entry: &mut state }))?;
        let mut is_left = state.is_open;
        if is_left {
            entries.next_value::<IgnoredAny>()?;
        }
        while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {
            is_left = true;
        }
        Ok(ended(value, is_left))
    }
}

/// The faults of what lies within are told as if they were ours, whatever the error of the format is.
fn nested<T, E, E2>(result: Result<T, Fault<E2>>) -> Result<Read<T, E>, E2> {
    match result {
        Ok(value) => Ok(Ok(value)),
        Err(Fault::Input(error)) => Err(error),
        Err(Fault::Data { issues, in_the_middle }) => Ok(Err(Fault::Data { issues, in_the_middle })),
    }
}

/// A value of a list or dict of which something may be left.
fn ended<T, E: DeError>(value: Read<T, E>, is_left: bool) -> Read<T, E> {
    match value {
        Ok(_) if is_left => Err(Fault::custom("there are more items than expected")),
        Err(Fault::Data { issues, .. }) if is_left => Err(Fault::Data { issues, in_the_middle: true }),
        value => value,
    }
}

struct Item<S, E>(S, PhantomData<E>);

impl<'de, S: DeserializeSeed<'de>, E: DeError> DeserializeSeed<'de> for Item<S, E> {
    type Value = Read<S::Value, E>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        nested(self.0.deserialize(Wrapper(deserializer)))
    }
}

struct Items<'a, A> {
    items: &'a mut A,
    index: usize,
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Items<'_, A> {
    type Error = Fault<A::Error>;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Self::Error> {
        let index = self.index;
        self.index += 1;
        let item = self.items.next_element_seed(Item(seed, PhantomData)).map_err(Fault::Input)?;
        item.transpose().map_err(|fault: Fault<A::Error>| fault.at(|| index.into()))
    }

    fn size_hint(&self) -> Option<usize> {
        self.items.size_hint()
    }
}

/// The entry that is read.
#[derive(Default)]
struct Entry<'de> {
    key: Option<RawKey<'de>>,
    /// Its key was read, and its value was not.
    is_open: bool,
}

impl Entry<'_> {
    fn segment(&self) -> Segment {
        self.key.clone().map_or(Segment::Index(0), RawKey::into_segment)
    }
}

struct Entries<'a, 'de, A> {
    entries: &'a mut A,
    entry: &'a mut Entry<'de>,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Entries<'_, 'de, A> {
    type Error = Fault<A::Error>;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Self::Error> {
        let mut context = Context::new(Limits::new());
        let Some(key) = self.entries.next_key_seed(KeySeed(&mut context)).map_err(Fault::Input)? else {
            return Ok(None);
        };
        self.entry.is_open = true;
        self.entry.key.clone_from(&key);
        let key = key.ok_or_else(|| Fault::custom("expected a key"))?;
        let key = seed.deserialize(Key(key, PhantomData)).map_err(|fault| fault.at(|| self.entry.segment()))?;
        Ok(Some(key))
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Self::Error> {
        let value = self.entries.next_value_seed(Item(seed, PhantomData)).map_err(Fault::Input)?;
        self.entry.is_open = false;
        value.map_err(|fault: Fault<A::Error>| fault.at(|| self.entry.segment()))
    }
}
