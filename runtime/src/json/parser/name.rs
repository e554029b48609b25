//! What a type may ask for where a name is next.

use serde::de::value::BorrowedBytesDeserializer;
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error as _, VariantAccess, Visitor};

use super::request::{Other, RAW};
use super::{Parser, SyntaxError};
use crate::decode::EXPECTED;

/// The name of an entry, which is next.
pub(super) struct Name<'p, 'de> {
    pub(super) parser: &'p mut Parser<'de>,
    /// Is the colon behind it read already?
    pub(super) has_colon: &'p mut bool,
}

impl<'p, 'de> Name<'p, 'de> {
    /// The parser, where the quote of the name is next.
    #[inline]
    fn quoted(self) -> Result<&'p mut Parser<'de>, SyntaxError> {
        match self.parser.peek() {
            b'"' => Ok(self.parser),
            _ => Err(self.parser.unexpected("{\"\":0,")),
        }
    }

    /// Has what stands within the quotes read by another.
    fn read_by<T>(self, read: impl FnOnce(&mut Other<'de>) -> Result<T, serde_json::Error>) -> Result<T, SyntaxError> {
        let parser = self.quoted()?;
        let start = parser.at + 1;
        parser.skip()?;
        let end = std::mem::replace(&mut parser.at, start);
        let mut other = Other::from_slice(parser.bytes.get(start..end - 1).unwrap_or_default());
        let value = read(&mut other).and_then(|value| other.end().map(|()| value));
        let value = value.map_err(|error| parser.moved(error, 0))?;
        parser.at = end;
        Ok(value)
    }
}

macro_rules! within_quotes {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, SyntaxError> {
            self.read_by(|other| other.$method(visitor))
        }
    )*};
}

impl<'de> Deserializer<'de> for Name<'_, 'de> {
    type Error = SyntaxError;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, SyntaxError> {
        self.quoted()?.text(visitor)
    }

    #[inline]
    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, SyntaxError> {
        self.quoted()?.text(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, SyntaxError> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, SyntaxError> {
        match name == RAW {
            true => self.quoted()?.deserialize_newtype_struct(name, visitor),
            false => visitor.visit_newtype_struct(self),
        }
    }

    #[inline]
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, SyntaxError> {
        match name == EXPECTED {
            true => visitor.visit_enum(Expected(self)),
            false => self.quoted()?.deserialize_enum(name, variants, visitor),
        }
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, SyntaxError> {
        self.quoted()?.deserialize_bytes(visitor)
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, SyntaxError> {
        self.quoted()?.deserialize_bytes(visitor)
    }

    within_quotes! {
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128 deserialize_u8
        deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128 deserialize_f32 deserialize_f64
    }

    serde::forward_to_deserialize_any! {
        char str string unit unit_struct seq tuple tuple_struct map struct ignored_any
    }
}

/// A name, or the one that is expected: see [`EXPECTED`].
struct Expected<'p, 'de>(Name<'p, 'de>);

impl<'de> EnumAccess<'de> for Expected<'_, 'de> {
    type Error = SyntaxError;
    type Variant = Self;

    #[inline]
    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), SyntaxError> {
        let parser = &self.0.parser;
        let rest = parser.bytes.get(parser.at..).unwrap_or_default();
        let variant = seed.deserialize(BorrowedBytesDeserializer::<SyntaxError>::new(rest))?;
        Ok((variant, self))
    }
}

impl<'de> VariantAccess<'de> for Expected<'_, 'de> {
    type Error = SyntaxError;

    fn unit_variant(self) -> Result<(), SyntaxError> {
        Err(SyntaxError::custom(NOTHING_ELSE))
    }

    #[inline]
    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, SyntaxError> {
        seed.deserialize(self.0)
    }

    #[inline]
    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, SyntaxError> {
        self.0.parser.at += len;
        *self.0.has_colon = true;
        visitor.visit_unit()
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, SyntaxError> {
        Err(SyntaxError::custom(NOTHING_ELSE))
    }
}

const NOTHING_ELSE: &str = "a name can be nothing else";
