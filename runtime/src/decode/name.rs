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
}

/// A name that was read.
#[derive(Clone, Copy)]
pub(super) struct Name {
    /// Its place among the names of the class.
    pub(super) place: usize,
    /// Where the quote that ends it is in memory, if it lies in the text as it is.
    pub(super) at: usize,
}

/// Reads a name.
pub(super) struct NameSeed<'n, N> {
    names: &'n mut N,
    /// The one that is likely to come as it is written, and its place; `""` if none is or if the format is none of ours.
    expected: (&'n str, usize),
}

impl<'n, N> NameSeed<'n, N> {
    #[inline]
    pub(super) const fn new(names: &'n mut N) -> Self {
        Self { names, expected: ("", 0) }
    }

    #[inline]
    pub(super) const fn expecting(written: &'n str, place: usize, names: &'n mut N) -> Self {
        Self { names, expected: (written, place) }
    }
}

impl<'de, N: Names> DeserializeSeed<'de> for NameSeed<'_, N> {
    type Value = Name;

    #[inline(always)]
    #[allow(clippy::inline_always, reason = "most names take fewer steps than a call")]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Name, D::Error> {
        match self.expected {
            ("", _) => deserializer.deserialize_identifier(self),
            _ => deserializer.deserialize_enum(EXPECTED, &[], self),
        }
    }
}

impl<'de, N: Names> Visitor<'de> for NameSeed<'_, N> {
    type Value = Name;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    #[inline]
    fn visit_str<E>(self, name: &str) -> Result<Name, E> {
        Ok(Name { place: self.names.find(name), at: name.as_ptr().addr() + name.len() })
    }

    fn visit_bytes<E>(self, name: &[u8]) -> Result<Name, E> {
        Ok(Name { place: self.names.find(&String::from_utf8_lossy(name)), at: 0 })
    }

    fn visit_u64<E>(self, name: u64) -> Result<Name, E> {
        Ok(Name { place: self.names.find(&name.to_string()), at: 0 })
    }

    fn visit_i64<E>(self, name: i64) -> Result<Name, E> {
        Ok(Name { place: self.names.find(&name.to_string()), at: 0 })
    }

    #[inline]
    fn visit_enum<A: EnumAccess<'de>>(self, rest: A) -> Result<Name, A::Error> {
        let (name, place) = self.expected;
        match rest.variant_seed(Begins(name))? {
            (Some(at), rest) => {
                rest.tuple_variant(name.len(), IgnoredAny)?;
                Ok(Name { place, at: at + name.len() - "\":".len() })
            }
            (None, rest) => {
                let Name { place, at } = rest.newtype_variant_seed(Unexpected(self))?;
                Ok(Name { place, at })
            }
        }
    }
}

/// Where in memory what is left is, if it begins with this text.
struct Begins<'n>(&'n str);

impl<'de> DeserializeSeed<'de> for Begins<'_> {
    type Value = Option<usize>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<usize>, D::Error> {
        deserializer.deserialize_bytes(self)
    }
}

impl Visitor<'_> for Begins<'_> {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bytes")
    }

    #[inline]
    fn visit_bytes<E>(self, rest: &[u8]) -> Result<Option<usize>, E> {
        Ok(begins_with(rest, self.0.as_bytes()).then(|| rest.as_ptr().addr()))
    }
}

/// As `starts_with`, of which a short name would take more for the call than for the look.
#[inline]
fn begins_with(rest: &[u8], name: &[u8]) -> bool {
    /// Texts of one length, of which so many bytes at both ends are all.
    fn is_same<const N: usize>(text: &[u8], other: &[u8]) -> bool {
        text.first_chunk::<N>() == other.first_chunk() && text.last_chunk::<N>() == other.last_chunk()
    }
    let Some(rest) = rest.get(..name.len()) else { return false };
    match name.len() {
        4..8 => is_same::<4>(rest, name),
        8..=16 => is_same::<8>(rest, name),
        _ => rest == name,
    }
}

/// Reads a name that is not the expected one.
struct Unexpected<'n, N>(NameSeed<'n, N>);

impl<'de, N: Names> DeserializeSeed<'de> for Unexpected<'_, N> {
    type Value = Name;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Name, D::Error> {
        deserializer.deserialize_identifier(self.0)
    }
}

/// Where the names are that were read of an instance, so that faults need not be looked for in the text.
///
/// There is one for each instance that is being read, however deep: it is kept small.
pub(super) struct Places {
    /// Where the text is in memory.
    text: usize,
    /// From there on; 0 if it is not known.
    names: [u32; Self::MOST],
}

impl Places {
    /// Of so many fields; those of further ones are found in the text.
    const MOST: usize = 32;

    /// In a text that is there in memory.
    #[inline]
    pub(super) const fn new(text: usize) -> Self {
        Self { text, names: [0; Self::MOST] }
    }

    #[inline]
    pub(super) fn note(&mut self, name: Name) {
        if let Some(place) = self.names.get_mut(name.place) {
            *place = u32::try_from(name.at.wrapping_sub(self.text)).unwrap_or_default();
        }
    }

    /// Where the name with this place among those of the class is in memory, if that is known.
    pub(super) fn get(&self, place: usize) -> Option<usize> {
        self.names.get(place).filter(|at| **at != 0).map(|at| self.text + *at as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_begins_with_its_beginnings_only() {
        let text: Vec<u8> = (0..40).collect();
        for count in 0..=text.len() {
            let name = &text[..count];
            assert!(begins_with(&text, name) && begins_with(name, name));
            assert!(count == 0 || !begins_with(&text[..count - 1], name));
            for i in 0..count {
                let mut other = name.to_vec();
                other[i] ^= 0x80;
                assert!(!begins_with(&text, &other), "{count} {i}");
            }
        }
    }
}
