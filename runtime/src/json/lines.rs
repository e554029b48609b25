//! JSON Lines: a value on each line.

use std::io::{BufRead, Read as _};

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
    text: Vec<u8>,
    line: usize,
    is_done: bool,
}

impl<R: BufRead, F> Lines<R, F> {
    pub(super) const fn new(reader: R, limits: Limits, decode: F) -> Self {
        Self { reader, decode, limits, text: Vec::new(), line: 0, is_done: false }
    }

    /// Reads the next line; false at the end.
    fn read_line(&mut self) -> Result<bool, DecodeError> {
        self.text.clear();
        self.line += 1;
        let most = self.limits.bytes;
        // One more, to tell the end from a cut; and two for the end of the line.
        let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(3);
        let count = self.reader.by_ref().take(limit).read_until(b'\n', &mut self.text)?;
        for end in [b'\n', b'\r'] {
            self.text.pop_if(|last| *last == end);
        }
        match self.text.len() > most {
            true => Err(super::too_large(most)),
            false => Ok(count > 0),
        }
    }
}

impl<T, R: BufRead, F: FnMut(&str) -> Result<T, DecodeError>> Iterator for Lines<R, F> {
    type Item = Result<T, DecodeError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.is_done {
            match self.read_line() {
                Ok(true) if self.text.trim_ascii().is_empty() => {}
                Ok(true) => {
                    let decoded = match str::from_utf8(&self.text) {
                        Ok(text) => (self.decode)(text),
                        Err(error) => Err(DecodeError::syntax(&error)),
                    };
                    return Some(decoded.map_err(|error| error.below(self.line - 1)));
                }
                Ok(false) => self.is_done = true,
                Err(error) => {
                    self.is_done = true;
                    return Some(Err(error));
                }
            }
        }
        None
    }
}
