//! A text of JSON, read byte by byte.
//!
//! It was parsed before. Whatever it is, each call goes forward or ends, and none goes deeper into the call stack.

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    /// The line, from 1.
    pub(super) line: usize,
    /// The byte in the line, from 1.
    pub(super) column: usize,
}

/// A text and how far it was read.
pub(super) struct Text<'a> {
    bytes: &'a [u8],
    at: usize,
    /// How far lines were counted: only where a place is asked for, and then many bytes at once.
    counted: usize,
    line: usize,
    /// Where the line begins.
    line_start: usize,
}

impl<'a> Text<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, counted: 0, line: 1, line_start: 0 }
    }

    /// How far it was read.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// The place of a byte, which does not lie before that of the last call.
    pub(super) fn place(&mut self, at: usize) -> Place {
        let passed = self.bytes.get(self.counted..at).unwrap_or_default();
        #[allow(clippy::naive_bytecount, reason = "the compiler counts many at once, and texts with faults are few")]
        let lines = passed.iter().filter(|byte| **byte == b'\n').count();
        if lines > 0 {
            self.line += lines;
            let last = passed.iter().rposition(|byte| *byte == b'\n').unwrap_or_default();
            self.line_start = self.counted + last + 1;
        }
        self.counted = at;
        Place { line: self.line, column: at - self.line_start + 1 }
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

    /// Goes past a text, and gives it with its quotes.
    pub(super) fn string(&mut self) -> Option<&'a [u8]> {
        let start = self.at;
        let mut at = start + 1;
        loop {
            match self.bytes.get(at)? {
                b'"' => break,
                b'\\' => at += 2,
                _ => at += 1,
            }
        }
        self.at = at + 1;
        self.bytes.get(start..self.at)
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
                b'"' => drop(self.string()?),
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
