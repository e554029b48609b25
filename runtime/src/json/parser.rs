//! A parser of JSON that takes what `serde_json` takes, gives what it gives, and says of what is wrong what it says, in
//! fewer steps: types that read themselves need most of their time for the text.
//!
//! Whatever is not JSON is told by `serde_json` itself, which is shown the place at fault ([`error`]): so there are hardly
//! any words of ours, and the steps that read hold nothing but what is right.

mod access;
mod error;
mod name;
mod number;
mod request;
mod skip;
mod text;

use serde::de::Visitor;

use self::access::{Entries, Items};
pub(super) use self::error::SyntaxError;
pub(super) use self::text::plain_end;

/// So many lists and dicts may lie within each other, less one, as in `serde_json`.
const LEVELS: u8 = 128;

/// A text of JSON, and how far it was read.
pub(super) struct Parser<'de> {
    bytes: &'de [u8],
    /// As much of it as is sure to be UTF-8.
    valid: &'de str,
    at: usize,
    levels_left: u8,
    /// The text that was read last, if it has escapes.
    unescaped: String,
    /// Are numbers handed over as they are written?
    is_precise: bool,
}

impl<'de> Parser<'de> {
    pub(super) fn from_str(text: &'de str) -> Self {
        Self::new(text.as_bytes(), text)
    }

    pub(super) fn from_slice(bytes: &'de [u8]) -> Self {
        let valid = str::from_utf8(bytes).ok();
        // Bytes that are no UTF-8 may stand where nobody reads them.
        let valid = valid.or_else(|| bytes.utf8_chunks().next().map(|chunk| chunk.valid()));
        Self::new(bytes, valid.unwrap_or_default())
    }

    fn new(bytes: &'de [u8], valid: &'de str) -> Self {
        Self { bytes, valid, at: 0, levels_left: LEVELS, unescaped: String::new(), is_precise: number::is_precise() }
    }

    /// Nothing but white space may follow.
    #[inline]
    pub(super) fn end(&mut self) -> Result<(), SyntaxError> {
        match self.is_at_end() || self.peek() == END && self.is_at_end() {
            true => Ok(()),
            false => Err(self.unexpected("0 ")),
        }
    }

    const fn is_at_end(&self) -> bool {
        self.at == self.bytes.len()
    }

    /// The next byte that is no white space; [`END`] if there is none.
    #[inline]
    fn peek(&mut self) -> u8 {
        match self.bytes.get(self.at) {
            Some(&byte) if byte > b' ' => byte,
            _ => self.peek_behind_space(),
        }
    }

    #[inline(never)]
    fn peek_behind_space(&mut self) -> u8 {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let is_space = |byte: &u8| matches!(byte, b' ' | b'\n' | b'\t' | b'\r');
        let spaces = rest.iter().position(|byte| !is_space(byte)).unwrap_or(rest.len());
        self.at += spaces;
        rest.get(spaces).copied().unwrap_or(END)
    }

    /// The text between two places, if it is one.
    #[inline]
    fn slice(&self, start: usize, end: usize) -> Option<&'de str> {
        self.valid.get(start..end).or_else(|| self.slice_of_bytes(start, end))
    }

    #[cold]
    fn slice_of_bytes(&self, start: usize, end: usize) -> Option<&'de str> {
        str::from_utf8(self.bytes.get(start..end)?).ok()
    }

    #[inline]
    fn word(&mut self, word: &[u8]) -> Result<(), SyntaxError> {
        match self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(word)) {
            true => {
                self.at += word.len();
                Ok(())
            }
            false => Err(self.broken()),
        }
    }

    /// Reads whatever comes.
    #[inline]
    fn any<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, SyntaxError> {
        match self.peek() {
            b'"' => {
                let value = self.text(visitor);
                self.placing(value)
            }
            next => self.any_but_text(next, visitor),
        }
    }

    /// Reads what comes, which begins with this byte. Most values are texts, which are read in place.
    #[inline]
    fn any_but_text<V: Visitor<'de>>(&mut self, next: u8, visitor: V) -> Result<V::Value, SyntaxError> {
        let value = match next {
            b'-' | b'0'..=b'9' => {
                let value = self.any_number(visitor);
                return self.placing(value);
            }
            b'{' => {
                self.enter()?;
                let value = visitor.visit_map(Entries::new(self));
                return if self.leaves(b'}') { self.placing(value) } else { self.left(value, b'}') };
            }
            b'[' => {
                self.enter()?;
                let value = visitor.visit_seq(Items::new(self));
                return if self.leaves(b']') { self.placing(value) } else { self.left(value, b']') };
            }
            b'n' => self.word(b"null").and_then(|()| visitor.visit_unit()),
            b't' => self.word(b"true").and_then(|()| visitor.visit_bool(true)),
            b'f' => self.word(b"false").and_then(|()| visitor.visit_bool(false)),
            _ => Err(self.broken()),
        };
        self.placing(value)
    }

    /// What was read, or the error with its place. It is asked of each value apart: what comes from several ways into one
    /// is moved.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "most visitors do not fail, and then there is nothing in it")]
    fn placing<T>(&self, value: Result<T, SyntaxError>) -> Result<T, SyntaxError> {
        value.map_err(|error| self.placed(error))
    }

    /// Goes into a list or dict.
    #[inline]
    fn enter(&mut self) -> Result<(), SyntaxError> {
        // Whoever takes an error for nothing and reads on does not get any deeper.
        self.levels_left = self.levels_left.saturating_sub(1);
        self.at += 1;
        match self.levels_left {
            0 => Err(self.too_deep()),
            _ => Ok(()),
        }
    }

    /// Goes out of a list or dict, if nothing of it is left.
    #[inline]
    fn leaves(&mut self, end: u8) -> bool {
        self.levels_left += 1;
        let is_at_end = self.peek() == end;
        self.at += usize::from(is_at_end);
        is_at_end
    }
}

/// Stands for the byte behind the last, and is no part of JSON outside of texts.
const END: u8 = 0;
/// What leads to where an entry or an item has ended.
const ENTRY: &str = "{\"\":0 ";
const ITEM: &str = "[0 ";

#[cfg(test)]
mod tests;
