//! Keys of dicts, which most formats write as text whatever they are.

use std::borrow::Cow;

use serde::de::{DeserializeSeed, Deserializer};

use super::kind::{Kind, Reader, read};
use super::{Context, value};
use crate::path::Segment;
use crate::spec::{Text, TypeSpec};
use crate::validate::{Issue, wrong_type};
use crate::value::Value;

/// A key as it stands in the data.
#[derive(Clone, Debug)]
pub enum RawKey<'de> {
    /// Text, as in JSON.
    Str(Cow<'de, str>),
    /// What a format writes that has other keys.
    Other(Value),
}

impl<'de> RawKey<'de> {
    /// A key of another type.
    pub(super) fn fault(&self, expected: &TypeSpec) -> Issue {
        match self {
            Self::Str(_) => wrong_type(expected, &"".into()),
            Self::Other(value) => wrong_type(expected, value),
        }
    }

    pub(super) fn refuse<T>(&self, expected: &TypeSpec) -> Result<T, Issue> {
        Err(self.fault(expected))
    }

    pub(super) fn into_text(self) -> Result<Cow<'de, str>, Issue> {
        match self {
            Self::Str(text) => Ok(text),
            Self::Other(_) => self.refuse(&TypeSpec::Str),
        }
    }

    pub(super) fn into_value(self) -> Value {
        match self {
            Self::Str(text) => Value::from(&*text),
            Self::Other(value) => value,
        }
    }

    /// The step to what the key leads to.
    pub(super) fn into_segment(self) -> Segment {
        Segment::Key(match self {
            Self::Str(text) => Text::from(text.into_owned()),
            Self::Other(value) => Text::from(value.to_string()),
        })
    }
}

/// Reads a key as it stands in the data.
pub(super) struct KeySeed<'c>(pub(super) &'c mut Context);

impl<'de> DeserializeSeed<'de> for KeySeed<'_> {
    type Value = Option<RawKey<'de>>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        read(AnyKey, deserializer, self.0)
    }
}

/// The kind of a key.
struct AnyKey;

impl<'de> Kind<'de> for AnyKey {
    type Made = RawKey<'de>;

    fn expected(&self) -> TypeSpec {
        TypeSpec::Str
    }

    /// Keys of formats that say nothing are text for us.
    fn hint<D: Deserializer<'de>>(deserializer: D, reader: Reader<'_, Self>) -> Result<Option<Self::Made>, D::Error> {
        deserializer.deserialize_str(reader)
    }

    fn none(self, _: &mut Context) -> Option<Self::Made> {
        Some(RawKey::Other(Value::None))
    }

    fn bool(self, value: bool, _: &mut Context) -> Option<Self::Made> {
        Some(RawKey::Other(value.into()))
    }

    fn i64(self, value: i64, _: &mut Context) -> Option<Self::Made> {
        Some(RawKey::Other(value.into()))
    }

    fn u64(self, value: u64, _: &mut Context) -> Option<Self::Made> {
        Some(RawKey::Other(value.into()))
    }

    fn i128(self, value: i128, _: &mut Context) -> Option<Self::Made> {
        Some(RawKey::Other(value.into()))
    }

    fn f64(self, value: f64, _: &mut Context) -> Option<Self::Made> {
        Some(RawKey::Other(value.into()))
    }

    #[inline]
    fn str(self, value: &str, _: &mut Context) -> Option<Self::Made> {
        Some(RawKey::Str(value.to_owned().into()))
    }

    #[inline]
    fn borrowed_str(self, value: &'de str, _: &mut Context) -> Option<Self::Made> {
        Some(RawKey::Str(value.into()))
    }

    fn string(self, value: String, _: &mut Context) -> Option<Self::Made> {
        Some(RawKey::Str(value.into()))
    }

    fn seq<A: serde::de::SeqAccess<'de>>(
        self,
        items: A,
        context: &mut Context,
    ) -> Result<Option<Self::Made>, A::Error> {
        let items = value::read_items(items, context)?;
        Ok(items.map(|items| RawKey::Other(crate::value::Tuple::from(items).into())))
    }
}
