//! A text of JSON, read byte by byte.
//!
//! It was parsed before. Whatever it is, each call goes forward or ends, and none goes deeper into the call stack.

use std::borrow::Cow;

use crate::json::parser::plain_end;

/// A text and how far it was read.
pub(super) struct Text<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Text<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
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

    /// The bytes of what it stands for, unless it is none.
    pub(super) fn unescaped(self) -> Option<Cow<'a, [u8]>> {
        if !self.has_escapes {
            return Some(Cow::Borrowed(self.bytes));
        }
        let quoted = [b"\"", self.bytes, b"\""].concat();
        serde_json::from_slice(&quoted).ok().map(|text: String| Cow::Owned(text.into_bytes()))
    }
}

/// The lines of a text, as far as they were counted.
pub(in crate::json) struct Lines<'a> {
    bytes: &'a [u8],
    counted: usize,
    line: usize,
    /// Where the line begins.
    start: usize,
}

impl<'a> Lines<'a> {
    pub(in crate::json) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, counted: 0, line: 1, start: 0 }
    }

    /// The line of a byte, and which byte of the line it is, both from 1. It does not lie before that of the last call.
    pub(in crate::json) fn place(&mut self, at: usize) -> (usize, usize) {
        let passed = self.bytes.get(self.counted..at).unwrap_or_default();
        let lines: usize = passed.chunks(usize::from(u8::MAX)).map(|bytes| usize::from(ends(bytes))).sum();
        if lines > 0 {
            self.line += lines;
            let last = passed.iter().rposition(|byte| *byte == b'\n').unwrap_or_default();
            self.start = self.counted + last + 1;
        }
        self.counted = at;
        (self.line, at - self.start + 1)
    }
}

/// How many lines end in so few bytes: of bytes, the compiler counts many at once.
fn ends(bytes: &[u8]) -> u8 {
    bytes.iter().map(|byte| u8::from(*byte == b'\n')).sum()
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
