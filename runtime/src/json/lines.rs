//! JSON Lines: a value on each line.

use std::io::{BufRead, ErrorKind, Read as _};

use memchr::memchr;

use crate::decode::{Decode, DecodeError};
use crate::limits::Limits;

/// Reads a value from each line of JSON Lines. A line that is wrong gives an error, with its number, and the next one is
/// read all the same; blank lines are passed over.
///
/// ```
/// let rows: Vec<Result<Vec<u8>, _>> = metaclass::json::from_lines("[1]\n[2, 300]\n[]".as_bytes()).collect();
/// assert_eq!((rows[0].as_ref().ok(), rows[2].as_ref().ok()), (Some(&vec![1]), Some(&vec![])));
/// let issue = &rows[1].as_ref().unwrap_err().issues()[0];
/// assert_eq!((issue.line(), issue.column()), (Some(2), Some(5)));
/// ```
pub fn from_lines<T: for<'de> Decode<'de>, R: BufRead>(
    reader: R,
) -> Lines<R, impl FnMut(&str) -> Result<T, DecodeError>> {
    Lines::new(reader, Limits::new(), |line: &str| super::from_str(line))
}

/// The values of JSON Lines, one after the other.
///
/// After a failure of the reader, and after a line of more bytes than the limit, nothing follows.
pub struct Lines<R, F> {
    reader: R,
    decode: F,
    limits: Limits,
    /// A line that the reader gives in parts.
    text: Vec<u8>,
    line: usize,
    is_done: bool,
}

impl<R: BufRead, F> Lines<R, F> {
    pub(super) const fn new(reader: R, limits: Limits, decode: F) -> Self {
        Self { reader, decode, limits, text: Vec::new(), line: 0, is_done: false }
    }
}

impl<T, R: BufRead, F: FnMut(&str) -> Result<T, DecodeError>> Lines<R, F> {
    /// Reads the next line; nothing at the end.
    #[inline]
    fn next_line(&mut self) -> Result<Line<T>, DecodeError> {
        self.line += 1;
        // Most lines are read where the reader has them.
        let part = match self.reader.fill_buf() {
            Ok(part) => part,
            Err(error) if error.kind() == ErrorKind::Interrupted => return self.next_of_parts(),
            Err(error) => return Err(error.into()),
        };
        let Some(end) = memchr(b'\n', part) else { return self.next_of_parts() };
        let line = read_line(part.get(..end).unwrap_or_default(), self.limits.bytes, &mut self.decode);
        self.reader.consume(end + 1);
        line
    }

    /// Reads a line that the reader gives in parts.
    #[inline(never)]
    fn next_of_parts(&mut self) -> Result<Line<T>, DecodeError> {
        self.text.clear();
        // One more, to tell the end from a cut; and two for the end of the line.
        let limit = u64::try_from(self.limits.bytes).unwrap_or(u64::MAX).saturating_add(3);
        if self.reader.by_ref().take(limit).read_until(b'\n', &mut self.text)? == 0 {
            return Ok(Line::End);
        }
        let line = self.text.strip_suffix(b"\n").unwrap_or(&self.text);
        read_line(line, self.limits.bytes, &mut self.decode)
    }
}

/// What was read of a line.
enum Line<T> {
    Value(Result<T, DecodeError>),
    Blank,
    /// There is no more.
    End,
}

/// Reads a line, without the `\n` that ends it.
#[inline]
fn read_line<T>(
    line: &[u8],
    most: usize,
    decode: impl FnOnce(&str) -> Result<T, DecodeError>,
) -> Result<Line<T>, DecodeError> {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    if line.len() > most {
        return Err(super::too_large(most));
    }
    if line.trim_ascii_start().is_empty() {
        return Ok(Line::Blank);
    }
    Ok(Line::Value(match str::from_utf8(line) {
        Ok(text) => decode(text),
        Err(error) => Err(DecodeError::syntax(&error)),
    }))
}

impl<T, R: BufRead, F: FnMut(&str) -> Result<T, DecodeError>> Iterator for Lines<R, F> {
    type Item = Result<T, DecodeError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.is_done {
            match self.next_line() {
                Ok(Line::Value(value)) => return Some(value.map_err(|error| error.below(self.line - 1))),
                Ok(Line::Blank) => {}
                Ok(Line::End) => self.is_done = true,
                Err(error) => {
                    self.is_done = true;
                    return Some(Err(error));
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufReader, Read, Result};

    use super::*;
    use crate::validate::Issue;

    /// Gives a few bytes at a time, and is interrupted before each of them.
    struct Slow<'a> {
        bytes: &'a [u8],
        most: usize,
        was_interrupted: bool,
    }

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
            self.was_interrupted ^= true;
            if self.was_interrupted {
                return Err(ErrorKind::Interrupted.into());
            }
            let most = self.most.min(buffer.len());
            self.bytes.read(&mut buffer[..most])
        }
    }

    fn told(reader: impl BufRead, most: usize) -> Vec<String> {
        let limits = Limits { bytes: most, ..Limits::new() };
        let lines = Lines::new(reader, limits, |line: &str| crate::json::from_str::<Vec<u8>>(line));
        let told = lines.map(|line| match line {
            Ok(items) => format!("{items:?}"),
            Err(error) => format!("{error} at {:?}", error.issues().iter().map(Issue::line).collect::<Vec<_>>()),
        });
        told.collect()
    }

    #[test]
    fn lines_are_the_same_however_they_come() {
        let text = b"[1]\r\n\n  \t\r\n[2,\n[300]\n[\xff]\n[12, 13, 14]\r\n[]\r";
        for most in [3, 4, 11, 12, 100] {
            let whole = told(&text[..], most);
            assert_eq!(whole.len(), [3, 5, 6][usize::from(most > 4) + usize::from(most > 11)], "{whole:?}");
            for part in 1..text.len() {
                let slow = Slow { bytes: text, most: part, was_interrupted: false };
                assert_eq!(told(BufReader::with_capacity(part, slow), most), whole, "{part}");
            }
        }
    }

    #[test]
    fn a_line_may_be_as_long_as_the_limit() {
        assert_eq!(told(&b"[10]\r\n[11]\n[12]"[..], 4), ["[10]", "[11]", "[12]"]);
        let told = told(&b"[10]\n[ 11]\n[12]"[..], 4);
        assert_eq!(told.len(), 2);
        assert!(told[1].contains("there are more than 4 bytes"), "{told:?}");
    }
}
