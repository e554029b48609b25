//! Kinds of values: what each makes of what stands in the data.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

use super::context::{Context, skip_entries, skip_items};
use crate::spec::TypeSpec;
use crate::validate::Issue;
use crate::value::{Bytes, Dict, List, Value};

/// What is made of what stands in the data. What a kind says nothing of is recorded as a wrong type and passed over, so
/// that reading goes on: only an error of the text itself ends it.
pub(super) trait Kind<'de>: Sized {
    type Made;

    /// The type, for errors.
    fn expected(&self) -> TypeSpec;

    /// Tells a format that does not say itself what comes.
    fn hint<D: Deserializer<'de>>(deserializer: D, reader: Reader<'_, Self>) -> Result<Option<Self::Made>, D::Error>;

    #[inline]
    fn none(self, context: &mut Context) -> Option<Self::Made> {
        context.wrong(&self.expected(), &Value::None)
    }

    #[inline]
    fn bool(self, value: bool, context: &mut Context) -> Option<Self::Made> {
        context.wrong(&self.expected(), &value.into())
    }

    #[inline]
    fn i64(self, value: i64, context: &mut Context) -> Option<Self::Made> {
        context.wrong(&self.expected(), &value.into())
    }

    #[inline]
    fn u64(self, value: u64, context: &mut Context) -> Option<Self::Made> {
        context.wrong(&self.expected(), &value.into())
    }

    #[inline]
    fn i128(self, value: i128, context: &mut Context) -> Option<Self::Made> {
        context.wrong(&self.expected(), &value.into())
    }

    #[inline]
    fn f64(self, value: f64, context: &mut Context) -> Option<Self::Made> {
        context.wrong(&self.expected(), &value.into())
    }

    #[inline]
    fn str(self, value: &str, context: &mut Context) -> Option<Self::Made> {
        let _ = value;
        context.wrong(&self.expected(), &"".into())
    }

    #[inline]
    fn borrowed_str(self, value: &'de str, context: &mut Context) -> Option<Self::Made> {
        self.str(value, context)
    }

    #[inline]
    fn string(self, value: String, context: &mut Context) -> Option<Self::Made> {
        self.str(&value, context)
    }

    #[inline]
    fn bytes(self, value: &[u8], context: &mut Context) -> Option<Self::Made> {
        let _ = value;
        context.wrong(&self.expected(), &Bytes::from(vec![]).into())
    }

    #[inline]
    fn seq<A: SeqAccess<'de>>(self, mut items: A, context: &mut Context) -> Result<Option<Self::Made>, A::Error> {
        skip_items(&mut items)?;
        Ok(context.wrong(&self.expected(), &List::new().into()))
    }

    #[inline]
    fn map<A: MapAccess<'de>>(self, mut entries: A, context: &mut Context) -> Result<Option<Self::Made>, A::Error> {
        skip_entries(&mut entries)?;
        Ok(context.wrong(&self.expected(), &Dict::new().into()))
    }
}

/// Reads a value of a kind.
#[inline(always)]
#[allow(clippy::inline_always, reason = "there is nothing in it for who reads what says itself what comes")]
pub(super) fn read<'de, K: Kind<'de>, D: Deserializer<'de>>(
    kind: K,
    deserializer: D,
    context: &mut Context,
) -> Result<Option<K::Made>, D::Error> {
    if deserializer.is_human_readable() {
        return deserializer.deserialize_any(Reader { kind, context });
    }
    context.set_compact();
    K::hint(deserializer, Reader { kind, context })
}

/// Hands what stands in the data to a kind.
pub(super) struct Reader<'c, K> {
    kind: K,
    context: &'c mut Context,
}

impl<'de, K: Kind<'de>> Visitor<'de> for Reader<'_, K> {
    type Value = Option<K::Made>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.kind.expected(), f)
    }

    #[inline]
    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(self.kind.none(self.context))
    }

    #[inline]
    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(self.kind.none(self.context))
    }

    #[inline]
    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(self.kind.bool(value, self.context))
    }

    #[inline]
    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(self.kind.i64(value, self.context))
    }

    #[inline]
    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(self.kind.u64(value, self.context))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Self::Value, E> {
        Ok(self.kind.i128(value, self.context))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Self::Value, E> {
        Ok(match i128::try_from(value) {
            Ok(value) => self.kind.i128(value, self.context),
            // No value can hold it.
            Err(_) => {
                let issue = Issue::new("type").with_param("expected", self.kind.expected().to_string());
                self.context.fault(issue.with_param("actual", "one of more than 127 bits"))
            }
        })
    }

    #[inline]
    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        Ok(self.kind.f64(value, self.context))
    }

    #[inline]
    fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
        Ok(self.kind.str(value, self.context))
    }

    #[inline]
    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Self::Value, E> {
        Ok(self.kind.borrowed_str(value, self.context))
    }

    #[inline]
    fn visit_string<E>(self, value: String) -> Result<Self::Value, E> {
        Ok(self.kind.string(value, self.context))
    }

    fn visit_bytes<E>(self, value: &[u8]) -> Result<Self::Value, E> {
        Ok(self.kind.bytes(value, self.context))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        read(self.kind, deserializer, self.context)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        read(self.kind, deserializer, self.context)
    }

    #[inline]
    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Self::Value, A::Error> {
        self.kind.seq(items, self.context)
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<Self::Value, A::Error> {
        self.kind.map(entries, self.context)
    }
}

/// The kind of a type that needs nothing but its name.
pub(super) struct Of<T>(pub(super) PhantomData<T>);
