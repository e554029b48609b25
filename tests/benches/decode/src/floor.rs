//! What serde_json takes through visitors of the shape of ours and nothing else: each passes over what it does not
//! expect. There are no rules, no faults, no limits and no classes, so that nothing that tells all faults can be faster.

use std::fmt;
use std::marker::PhantomData;

use metaclass::Value;
use metaclass::value::List;
use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::contender::Decode;
use crate::records::Sees;

/// How a field is read.
trait Kind<'de>: Copy {
    type Made;

    fn none(self) -> Option<Self::Made> {
        None
    }

    fn int(self, _: u64) -> Option<Self::Made> {
        None
    }

    fn float(self, _: f64) -> Option<Self::Made> {
        None
    }

    fn str(self, _: &str) -> Option<Self::Made> {
        None
    }

    fn list<A: SeqAccess<'de>>(self, mut items: A) -> Result<Option<Self::Made>, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    fn map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Option<Self::Made>, A::Error> {
        while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(None)
    }
}

#[derive(Clone, Copy)]
struct Any<K>(K);

impl<'de, K: Kind<'de>> DeserializeSeed<'de> for Any<K> {
    type Value = Option<K::Made>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, K: Kind<'de>> Visitor<'de> for Any<K> {
    type Value = Option<K::Made>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(self.0.none())
    }

    fn visit_bool<E>(self, _: bool) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(self.0.int(value))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        Ok(self.0.float(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
        Ok(self.0.str(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Self::Value, A::Error> {
        self.0.list(items)
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<Self::Value, A::Error> {
        self.0.map(entries)
    }
}

/// Reads a key: its position among the names, which is likely to be the next.
struct Key<N>(N, usize);

trait Names {
    fn position(&self, name: &str, next: usize) -> usize;
}

impl<'de, N: Names> DeserializeSeed<'de> for Key<N> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<N: Names> Visitor<'_> for Key<N> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E>(self, name: &str) -> Result<usize, E> {
        Ok(self.0.position(name, self.1))
    }
}

/// The kind of a type.
struct Typed<T>(PhantomData<T>);

impl<T> Clone for Typed<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Typed<T> {}

impl Kind<'_> for Typed<u64> {
    type Made = u64;

    fn int(self, value: u64) -> Option<u64> {
        Some(value)
    }
}

impl Kind<'_> for Typed<f64> {
    type Made = f64;

    #[allow(clippy::cast_precision_loss, reason = "as serde_json does it")]
    fn int(self, value: u64) -> Option<f64> {
        Some(value as f64)
    }

    fn float(self, value: f64) -> Option<f64> {
        Some(value)
    }
}

impl Kind<'_> for Typed<String> {
    type Made = String;

    fn str(self, value: &str) -> Option<String> {
        Some(value.to_owned())
    }
}

impl Kind<'_> for Typed<Option<String>> {
    type Made = Option<String>;

    fn none(self) -> Option<Option<String>> {
        Some(None)
    }

    fn str(self, value: &str) -> Option<Option<String>> {
        Some(Some(value.to_owned()))
    }
}

impl<'de> Kind<'de> for Typed<Vec<String>> {
    type Made = Vec<String>;

    fn list<A: SeqAccess<'de>>(self, mut items: A) -> Result<Option<Vec<String>>, A::Error> {
        let (mut texts, mut is_whole) = (Vec::new(), true);
        while let Some(text) = items.next_element_seed(Any(Typed::<String>(PhantomData)))? {
            match text {
                Some(text) => texts.push(text),
                None => is_whole = false,
            }
        }
        Ok(is_whole.then_some(texts))
    }
}

macro_rules! record {
    ($name:ident { $($position:literal $field:ident: $type:ty = $missing:expr,)* }) => {
        #[allow(dead_code, reason = "that they are made is what counts")]
        struct $name {
            $($field: $type,)*
        }

        impl Names for Typed<$name> {
            fn position(&self, name: &str, _: usize) -> usize {
                match name {
                    $(stringify!($field) => $position,)*
                    _ => usize::MAX,
                }
            }
        }

        impl<'de> Kind<'de> for Typed<$name> {
            type Made = $name;

            fn map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Option<$name>, A::Error> {
                $(let mut $field: Option<$type> = $missing;)*
                while let Some(position) = entries.next_key_seed(Key(self, 0))? {
                    match position {
                        $($position => $field = entries.next_value_seed(Any(Typed::<$type>(PhantomData)))?,)*
                        _ => drop(entries.next_value::<IgnoredAny>()?),
                    }
                }
                match ($($field,)*) {
                    ($(Some($field),)*) => Ok(Some($name { $($field,)* })),
                    _ => Ok(None),
                }
            }
        }
    };
}

record! {
    Address {
        0 street: String = None,
        1 city: String = None,
        2 zip: String = None,
        3 country: String = None,
        4 unit: Option<String> = Some(None),
    }
}

record! {
    User {
        0 id: u64 = None,
        1 name: String = None,
        2 username: String = None,
        3 email: String = None,
        4 age: u64 = None,
        5 score: f64 = None,
        6 status: String = None,
        7 address: Address = None,
        8 tags: Vec<String> = None,
        9 nickname: Option<String> = Some(None),
    }
}

/// Into a struct.
pub(crate) struct Structs;

impl Decode for Structs {
    const NAME: &'static str = "visitors into a struct";
    const SEES: Sees = Sees::Types;
    type Error = serde_json::Error;

    fn decode(line: &str) -> Result<impl Sized, serde_json::Error> {
        read(Typed::<User>(PhantomData), line)
    }

    fn faults(_: &serde_json::Error) -> usize {
        1
    }
}

fn read<'de, K: Kind<'de>>(kind: K, line: &'de str) -> Result<K::Made, serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_str(line);
    let read = Any(kind).deserialize(&mut deserializer)?;
    deserializer.end()?;
    read.ok_or_else(|| serde_json::Error::custom("a fault"))
}

/// A type that is known at run time.
enum Type {
    Int,
    Float,
    Str,
    OptionStr,
    ListOfStr,
    Row(&'static [Field]),
}

type Field = (&'static str, Type);

impl Names for &[Field] {
    fn position(&self, name: &str, next: usize) -> usize {
        match self.get(next) {
            Some((other, _)) if *other == name => next,
            _ => self.iter().position(|(other, _)| *other == name).unwrap_or(usize::MAX),
        }
    }
}

impl<'de> Kind<'de> for &'static Type {
    type Made = Value;

    fn none(self) -> Option<Value> {
        matches!(self, Type::OptionStr).then_some(Value::None)
    }

    #[allow(clippy::cast_precision_loss, reason = "as serde_json does it")]
    fn int(self, value: u64) -> Option<Value> {
        match self {
            Type::Int => Some(value.into()),
            Type::Float => Some((value as f64).into()),
            _ => None,
        }
    }

    fn float(self, value: f64) -> Option<Value> {
        matches!(self, Type::Float).then(|| value.into())
    }

    fn str(self, value: &str) -> Option<Value> {
        matches!(self, Type::Str | Type::OptionStr).then(|| value.into())
    }

    fn list<A: SeqAccess<'de>>(self, mut items: A) -> Result<Option<Value>, A::Error> {
        let mut texts: Vec<Value> = Vec::new();
        while let Some(text) = items.next_element_seed(Any(&Type::Str))? {
            texts.extend(text);
        }
        Ok(matches!(self, Type::ListOfStr).then(|| List::from(texts).into()))
    }

    fn map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Option<Value>, A::Error> {
        let fields = if let Type::Row(fields) = self { *fields } else { &[] };
        let mut row = vec![Value::None; fields.len()];
        let mut next = 0;
        while let Some(position) = entries.next_key_seed(Key(fields, next))? {
            match (fields.get(position), row.get_mut(position)) {
                (Some((_, ty)), Some(value)) => {
                    *value = entries.next_value_seed(Any(ty))?.unwrap_or_default();
                    next = position + 1;
                }
                _ => drop(entries.next_value::<IgnoredAny>()?),
            }
        }
        Ok(Some(List::from(row).into()))
    }
}

const ADDRESS: &[Field] = &[
    ("street", Type::Str),
    ("city", Type::Str),
    ("zip", Type::Str),
    ("country", Type::Str),
    ("unit", Type::OptionStr),
];

const USER: &[Field] = &[
    ("id", Type::Int),
    ("name", Type::Str),
    ("username", Type::Str),
    ("email", Type::Str),
    ("age", Type::Int),
    ("score", Type::Float),
    ("status", Type::Str),
    ("address", Type::Row(ADDRESS)),
    ("tags", Type::ListOfStr),
    ("nickname", Type::OptionStr),
];

/// Into a row of values, by types that are known at run time; it does not say which are missing or of another type.
pub(crate) struct Rows;

impl Decode for Rows {
    const NAME: &'static str = "visitors into values";
    const SEES: Sees = Sees::Nothing;
    type Error = serde_json::Error;

    fn decode(line: &str) -> Result<impl Sized, serde_json::Error> {
        static ROW: Type = Type::Row(USER);
        read(&ROW, line)
    }

    fn faults(_: &serde_json::Error) -> usize {
        1
    }
}
