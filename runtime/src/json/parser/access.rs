//! Items, and entries with their names.

use serde::de::{DeserializeSeed, MapAccess, SeqAccess};

use super::name::Name;
use super::{END, ENTRY, ITEM, Parser, SyntaxError};

/// The items of a list.
pub(super) struct Items<'p, 'de> {
    parser: &'p mut Parser<'de>,
    is_first: bool,
}

impl<'p, 'de> Items<'p, 'de> {
    #[inline]
    pub(super) const fn new(parser: &'p mut Parser<'de>) -> Self {
        Self { parser, is_first: true }
    }
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = SyntaxError;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, SyntaxError> {
        let parser = &mut *self.parser;
        match parser.peek() {
            b']' => return Ok(None),
            END if self.is_first => return Err(parser.unexpected("[")),
            _ if self.is_first => self.is_first = false,
            b',' => {
                parser.at += 1;
                if let b']' | END = parser.peek() {
                    return Err(parser.unexpected("[0,"));
                }
            }
            _ => return Err(parser.unexpected(ITEM)),
        }
        seed.deserialize(parser).map(Some)
    }
}

/// The entries of a dict.
pub(super) struct Entries<'p, 'de> {
    parser: &'p mut Parser<'de>,
    is_first: bool,
    /// Was the colon behind the name read with it?
    has_colon: bool,
}

impl<'p, 'de> Entries<'p, 'de> {
    #[inline]
    pub(super) const fn new(parser: &'p mut Parser<'de>) -> Self {
        Self { parser, is_first: true, has_colon: false }
    }
}

impl<'de> MapAccess<'de> for Entries<'_, 'de> {
    type Error = SyntaxError;

    #[inline(always)]
    #[allow(clippy::inline_always, reason = "most of it is nothing where the name that is expected comes")]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, SyntaxError> {
        let parser = &mut *self.parser;
        let next = parser.peek();
        if self.is_first {
            self.is_first = false;
            match next {
                b'"' => {}
                b'}' => return Ok(None),
                _ => return Err(parser.unexpected("{")),
            }
        } else {
            match next {
                b',' => parser.at += 1,
                b'}' => return Ok(None),
                _ => return Err(parser.unexpected(ENTRY)),
            }
        }
        seed.deserialize(Name { parser, has_colon: &mut self.has_colon }).map(Some)
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, SyntaxError> {
        let parser = &mut *self.parser;
        if !std::mem::take(&mut self.has_colon) {
            if parser.peek() != b':' {
                return Err(parser.unexpected("{\"\""));
            }
            parser.at += 1;
        }
        seed.deserialize(parser)
    }
}
