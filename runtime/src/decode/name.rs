//! Names of fields.
//!
//! Most data have the fields in the order of the class. Our parser of JSON can be asked whether the name that is likely
//! comes next, as it is written, and then no name is read and looked for. It is asked by a request for an enum that no
//! other format gets, since only with our parser a name is expected.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, EnumAccess, IgnoredAny, VariantAccess as _, Visitor};

/// The enum that is asked for where a name is expected: all bytes that are left are its variant, as a tuple it goes past
/// as many as it has items, and as a newtype it is a name like any other.
pub(crate) const EXPECTED: &str = "$metaclass::private::Expected";

/// The names that a class has in data, while they are read.
pub(super) trait Names {
    /// The place of a name.
    fn find(&mut self, name: &str) -> usize;

    /// The name that is likely to be next, as it is written, and its place; `None` if the format is none of ours.
    #[inline]
    fn expected(&self) -> Option<(&str, usize)> {
        None
    }
}

/// Reads a name: its place.
pub(super) struct NameSeed<'n, N>(pub(super) &'n mut N);

impl<'de, N: Names> DeserializeSeed<'de> for NameSeed<'_, N> {
    type Value = usize;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        match self.0.expected() {
            Some(_) => deserializer.deserialize_enum(EXPECTED, &[], self),
            None => deserializer.deserialize_identifier(self),
        }
    }
}

impl<'de, N: Names> Visitor<'de> for NameSeed<'_, N> {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    #[inline]
    fn visit_str<E>(self, name: &str) -> Result<usize, E> {
        Ok(self.0.find(name))
    }

    fn visit_bytes<E>(self, name: &[u8]) -> Result<usize, E> {
        Ok(self.0.find(&String::from_utf8_lossy(name)))
    }

    fn visit_u64<E>(self, name: u64) -> Result<usize, E> {
        Ok(self.0.find(&name.to_string()))
    }

    fn visit_i64<E>(self, name: i64) -> Result<usize, E> {
        Ok(self.0.find(&name.to_string()))
    }

    #[inline]
    fn visit_enum<A: EnumAccess<'de>>(self, rest: A) -> Result<usize, A::Error> {
        let (name, place) = self.0.expected().unwrap_or_default();
        let (is_next, rest) = rest.variant_seed(Begins(name))?;
        match is_next {
            true => rest.tuple_variant(name.len(), IgnoredAny).map(|_| place),
            false => rest.newtype_variant_seed(Unexpected(self)),
        }
    }
}

/// Does what is left begin with this text?
struct Begins<'n>(&'n str);

impl<'de> DeserializeSeed<'de> for Begins<'_> {
    type Value = bool;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_bytes(self)
    }
}

impl Visitor<'_> for Begins<'_> {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bytes")
    }

    #[inline]
    fn visit_bytes<E>(self, rest: &[u8]) -> Result<bool, E> {
        Ok(rest.starts_with(self.0.as_bytes()))
    }
}

/// Reads a name that is not the expected one.
struct Unexpected<'n, N>(NameSeed<'n, N>);

impl<'de, N: Names> DeserializeSeed<'de> for Unexpected<'_, N> {
    type Value = usize;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self.0)
    }
}
