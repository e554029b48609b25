//! Values that nobody reads, however deep they are.

use super::number::number_end;
use super::text::{plain_end, unit};
use super::{END, Parser, SyntaxError};

impl Parser<'_> {
    /// Goes past a value.
    pub(super) fn skip(&mut self) -> Result<(), SyntaxError> {
        self.peek();
        let start = self.at;
        self.try_skip().ok_or_else(|| {
            self.at = start;
            self.broken_within()
        })
    }

    fn try_skip(&mut self) -> Option<()> {
        // What the lists and dicts that are open end with.
        let mut ends = Vec::new();
        loop {
            let end = match self.peek() {
                b'[' => Some(b']'),
                b'{' => Some(b'}'),
                _ => {
                    self.skip_scalar()?;
                    None
                }
            };
            if let Some(end) = end {
                self.at += 1;
                match self.peek() == end {
                    true => self.at += 1,
                    false => {
                        ends.push(end);
                        self.skip_name(end)?;
                        continue;
                    }
                }
            }
            loop {
                let Some(end) = ends.last().copied() else { return Some(()) };
                let next = self.peek();
                if next == end {
                    self.at += 1;
                    ends.pop();
                } else if next == b',' {
                    self.at += 1;
                    self.skip_name(end)?;
                    break;
                } else {
                    return None;
                }
            }
        }
    }

    /// Goes past the name of an entry, if it is a dict that has this end.
    fn skip_name(&mut self, end: u8) -> Option<()> {
        if end == b'}' {
            if self.peek() != b'"' {
                return None;
            }
            self.skip_text()?;
            if self.peek() != b':' {
                return None;
            }
            self.at += 1;
        }
        Some(())
    }

    fn skip_scalar(&mut self) -> Option<()> {
        match self.peek() {
            b'"' => self.skip_text(),
            b'n' => self.skip_word(b"null"),
            b't' => self.skip_word(b"true"),
            b'f' => self.skip_word(b"false"),
            END => None,
            _ => {
                self.at = number_end(self.bytes, self.at)?;
                Some(())
            }
        }
    }

    fn skip_word(&mut self, word: &[u8]) -> Option<()> {
        self.bytes.get(self.at..)?.strip_prefix(word)?;
        self.at += word.len();
        Some(())
    }

    /// Goes past a text. It need not stand for one.
    fn skip_text(&mut self) -> Option<()> {
        let mut at = self.at + 1;
        loop {
            at = plain_end(self.bytes, at);
            match self.bytes.get(at)? {
                b'"' => {
                    self.at = at + 1;
                    return Some(());
                }
                b'\\' => at += 1 + escape_len(self.bytes.get(at + 1..)?)?,
                _ => return None,
            }
        }
    }
}

/// How many bytes of an escape come after the backslash.
fn escape_len(bytes: &[u8]) -> Option<usize> {
    match bytes.first()? {
        b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Some(1),
        b'u' => unit(bytes.get(1..)?).map(|_| 5),
        _ => None,
    }
}
