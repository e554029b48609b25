//! Keys of dicts for types that know nothing of us.

use std::borrow::Cow;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error as DeError, IntoDeserializer as _, Visitor};

use super::super::RawKey;
use super::Fault;

/// A key, read already: a number is written as text.
pub(super) struct Key<'de, E>(pub(super) RawKey<'de>, pub(super) PhantomData<E>);

macro_rules! parse {
    ($($method:ident $visit:ident $type:ty;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
            match &self.0 {
                RawKey::Str(text) => match text.parse::<$type>() {
                    Ok(value) => visitor.$visit(value),
                    Err(_) => self.deserialize_any(visitor),
                },
                RawKey::Other(_) => self.deserialize_any(visitor),
            }
        }
    )*};
}

impl<'de, E: DeError> Deserializer<'de> for Key<'de, E> {
    type Error = Fault<E>;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        match self.0 {
            RawKey::Str(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            RawKey::Str(Cow::Owned(text)) => visitor.visit_string(text),
            RawKey::Other(value) => match (value.as_int().map(i64::try_from), value.as_bool()) {
                (Some(Ok(int)), _) => visitor.visit_i64(int),
                (_, Some(bool)) => visitor.visit_bool(bool),
                _ => visitor.visit_string(value.to_string()),
            },
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Self::Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        match self.0.into_text() {
            Ok(text) => visitor.visit_enum(text.into_deserializer()),
            Err(_) => Err(Fault::custom("expected the name of a variant")),
        }
    }

    parse! {
        deserialize_bool visit_bool bool;
        deserialize_i8 visit_i8 i8; deserialize_i16 visit_i16 i16; deserialize_i32 visit_i32 i32;
        deserialize_i64 visit_i64 i64; deserialize_i128 visit_i128 i128; deserialize_u8 visit_u8 u8;
        deserialize_u16 visit_u16 u16; deserialize_u32 visit_u32 u32; deserialize_u64 visit_u64 u64;
        deserialize_u128 visit_u128 u128; deserialize_f32 visit_f32 f32; deserialize_f64 visit_f64 f64;
    }

    serde::forward_to_deserialize_any! {
        char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}
