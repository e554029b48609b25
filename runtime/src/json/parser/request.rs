//! What a type may ask for. Ours ask for whatever comes, and foreign ones are made to; what else there is goes to
//! `serde_json`, unless it comes to the same.

use serde::de::value::{BorrowedStrDeserializer, MapDeserializer};
use serde::de::{Deserializer, Error as _, Expected, Unexpected, Visitor};
use serde_json::de::SliceRead;

use super::{Parser, SyntaxError};

/// The name of the newtype that `serde_json` takes for a text as it is written.
pub(super) const RAW: &str = "$serde_json::private::RawValue";

/// What reads a value in the place of the parser.
pub(super) type Other<'de> = serde_json::Deserializer<SliceRead<'de>>;

impl<'de> Parser<'de> {
    /// Reads whatever comes, if it begins with one of these bytes.
    #[inline]
    fn one_of<V: Visitor<'de>>(&mut self, first: &[u8], visitor: V) -> Result<V::Value, SyntaxError> {
        match first.contains(&self.peek()) {
            true => self.any(visitor),
            false => Err(self.refused(&visitor)),
        }
    }

    /// What is wrong with a value of another type.
    #[cold]
    fn refused(&mut self, expected: &dyn Expected) -> SyntaxError {
        let unexpected = match self.peek() {
            b'[' => Unexpected::Seq,
            b'{' => Unexpected::Map,
            _ => {
                return match self.any(Refusing(expected)) {
                    Ok(never) => match never {},
                    Err(error) => error,
                };
            }
        };
        self.placed(SyntaxError::invalid_type(unexpected, expected))
    }

    /// Has a value read by another.
    fn read_by<T>(
        &mut self,
        read: impl FnOnce(&mut Other<'de>) -> Result<T, serde_json::Error>,
    ) -> Result<T, SyntaxError> {
        self.peek();
        let start = self.at;
        self.skip()?;
        let mut other = Other::from_slice(self.bytes.get(start..self.at).unwrap_or_default());
        let value = read(&mut other).and_then(|value| other.end().map(|()| value));
        value.map_err(|error| {
            self.at = start;
            self.moved(error, 0)
        })
    }
}

/// Takes nothing.
struct Refusing<'e>(&'e dyn Expected);

impl<'de> Visitor<'de> for Refusing<'_> {
    type Value = std::convert::Infallible;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }

    /// A number that is handed over as text: no dict is asked.
    fn visit_map<A: serde::de::MapAccess<'de>>(self, _: A) -> Result<Self::Value, A::Error> {
        Err(A::Error::invalid_type(Unexpected::Other("number"), &self))
    }
}

macro_rules! one_of {
    ($($first:literal: $($method:ident)*;)*) => {$($(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, SyntaxError> {
            self.one_of($first, visitor)
        }
    )*)*};
}

macro_rules! numbers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, SyntaxError> {
            match self.peek() {
                b'-' | b'0'..=b'9' => self.number()?.visit(visitor).map_err(|error| self.placed(error)),
                _ => Err(self.refused(&visitor)),
            }
        }
    )*};
}

macro_rules! read_by_another {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, SyntaxError> {
            self.read_by(|other| other.$method(visitor))
        }
    )*};
}

impl<'de> Deserializer<'de> for &mut Parser<'de> {
    type Error = SyntaxError;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, SyntaxError> {
        self.any(visitor)
    }

    #[inline]
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, SyntaxError> {
        match self.peek() {
            b'n' => self.word(b"null").and_then(|()| visitor.visit_none()),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, SyntaxError> {
        if name != RAW {
            return visitor.visit_newtype_struct(self);
        }
        self.peek();
        let start = self.at;
        self.skip()?;
        let Some(text) = self.slice(start, self.at) else {
            self.at = start;
            return Err(self.broken_within());
        };
        visitor.visit_map(MapDeserializer::new(std::iter::once((RAW, BorrowedStrDeserializer::new(text)))))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, SyntaxError> {
        self.skip()?;
        visitor.visit_unit()
    }

    numbers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8 deserialize_u16 deserialize_u32
        deserialize_u64 deserialize_f64
    }

    one_of! {
        b"tf": deserialize_bool;
        b"\"": deserialize_char deserialize_str deserialize_string deserialize_identifier;
        b"n": deserialize_unit;
        b"[": deserialize_seq;
        b"{": deserialize_map;
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, SyntaxError> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, SyntaxError> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, SyntaxError> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, SyntaxError> {
        self.one_of(b"[{", visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, SyntaxError> {
        self.read_by(|other| other.deserialize_enum(name, variants, visitor))
    }

    read_by_another! { deserialize_i128 deserialize_u128 deserialize_f32 deserialize_bytes deserialize_byte_buf }
}
