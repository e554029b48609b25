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
    line: usize,
    /// Where the line begins.
    line_start: usize,
}

impl<'a> Text<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, line: 1, line_start: 0 }
    }

    /// The place of the next byte.
    pub(super) const fn place(&self) -> Place {
        Place { line: self.line, column: self.at - self.line_start + 1 }
    }

    /// The next byte.
    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Goes past the next byte.
    pub(super) fn bump(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        if byte == b'\n' {
            self.line += 1;
            self.line_start = self.at;
        }
        Some(byte)
    }

    fn skip(&mut self, is_skipped: fn(u8) -> bool) {
        while self.peek().is_some_and(is_skipped) {
            self.bump();
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
        // No line ends within a text.
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
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        self.at += rest.iter().take_while(|byte| is_scalar(**byte)).count();
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
