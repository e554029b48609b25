//! A text of JSON, read byte by byte.
//!
//! It was parsed before. Whatever it is, each call goes forward or ends, and none goes deeper into the call stack.

use crate::json::parser::plain_end;

/// A text and how far it was read.
pub(super) struct Text<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Text<'a> {
    /// From a place on.
    pub(super) const fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    /// How far it was read.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// The next byte.
    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Goes past the next byte, if there is one.
    pub(super) fn bump(&mut self) {
        self.at = self.bytes.len().min(self.at + 1);
    }

    #[inline]
    fn skip(&mut self, is_skipped: impl Fn(u8) -> bool) {
        while self.peek().is_some_and(&is_skipped) {
            self.at += 1;
        }
    }

    /// Goes past white space.
    pub(super) fn skip_space(&mut self) {
        self.skip(is_space);
    }

    /// Goes past white space and what separates values and keys.
    pub(super) fn skip_between(&mut self) {
        self.skip(is_between);
    }

    /// Goes past a text, and gives it without its quotes.
    pub(super) fn string(&mut self) -> Option<Quoted<'a>> {
        let start = self.at + 1;
        let mut has_escapes = false;
        let mut at = start;
        loop {
            at = plain_end(self.bytes, at);
            match self.bytes.get(at)? {
                b'"' => break,
                b'\\' => {
                    has_escapes = true;
                    at += 2;
                }
                _ => at += 1,
            }
        }
        self.at = at + 1;
        self.bytes.get(start..at).map(|bytes| Quoted { bytes, has_escapes })
    }

    /// Goes into the list that is next, to the item with this position, if there are so many.
    pub(super) fn go_to_item(&mut self, position: usize) -> Option<()> {
        if self.peek()? != b'[' {
            return None;
        }
        self.bump();
        for _ in 0..position {
            self.skip_between();
            self.skip_value()?;
        }
        self.skip_between();
        (self.peek()? != b']').then_some(())
    }

    /// Goes past a number, or past `true`, `false` or `null`.
    fn skip_scalar(&mut self) {
        self.skip(is_scalar);
    }

    /// Goes past a value, however deep; `None` if there is none.
    pub(super) fn skip_value(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.peek()? {
                b'"' => {
                    self.string()?;
                }
                b'[' | b'{' => {
                    self.bump();
                    depth += 1;
                }
                b']' | b'}' => {
                    depth = depth.checked_sub(1)?;
                    self.bump();
                }
                byte if !is_between(byte) => self.skip_scalar(),
                _ if depth == 0 => return None,
                _ => self.skip_between(),
            }
            if depth == 0 {
                return Some(());
            }
        }
    }
}

/// A text within quotes, as it is written.
#[derive(Clone, Copy)]
pub(super) struct Quoted<'a> {
    bytes: &'a [u8],
    has_escapes: bool,
}

impl<'a> Quoted<'a> {
    /// How many bytes are written for it.
    pub(super) const fn len(self) -> usize {
        self.bytes.len()
    }

    /// The bytes of what it stands for, if they are those that are written.
    pub(super) const fn as_written(self) -> Option<&'a [u8]> {
        if self.has_escapes { None } else { Some(self.bytes) }
    }

    /// The bytes of what it stands for, unless it is none.
    #[cold]
    pub(super) fn unescaped(self) -> Option<Vec<u8>> {
        let quoted = [b"\"", self.bytes, b"\""].concat();
        serde_json::from_slice(&quoted).ok().map(String::into_bytes)
    }
}

const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

const fn is_between(byte: u8) -> bool {
    is_space(byte) || matches!(byte, b',' | b':')
}

/// Is it part of a number or of `true`, `false`, `null`?
const fn is_scalar(byte: u8) -> bool {
    !is_between(byte) && !matches!(byte, b'"' | b'[' | b']' | b'{' | b'}')
}
