//! The lines of a text.

use memchr::{memchr, memrchr};

/// The lines of a text, as far as they were counted.
pub(in crate::json) struct Lines<'a> {
    bytes: &'a [u8],
    /// Where the next line that was not counted ends, or the text.
    end: usize,
    line: usize,
    /// Where the line begins.
    start: usize,
}

impl<'a> Lines<'a> {
    pub(in crate::json) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, end: memchr(b'\n', bytes).unwrap_or(bytes.len()), line: 1, start: 0 }
    }

    /// The line of a byte, and which byte of the line it is, both from 1. It does not lie before that of the last call.
    #[inline]
    pub(in crate::json) fn place(&mut self, at: usize) -> (usize, usize) {
        if at > self.end {
            self.count_to(at);
        }
        (self.line, at - self.start + 1)
    }

    /// Is a byte in the line of the last call, or in the first one?
    #[inline]
    pub(super) fn has_in_line(&self, at: usize) -> bool {
        (self.start..=self.end).contains(&at)
    }

    /// Counts the lines that end before a byte.
    fn count_to(&mut self, at: usize) {
        let passed = self.bytes.get(self.end..at).unwrap_or_default();
        self.line += passed.chunks(usize::from(u8::MAX)).map(|bytes| usize::from(ends(bytes))).sum::<usize>();
        self.start = self.end + memrchr(b'\n', passed).unwrap_or_default() + 1;
        let rest = self.bytes.get(at..).unwrap_or_default();
        self.end = memchr(b'\n', rest).map_or(self.bytes.len(), |end| at + end);
    }
}

/// How many lines end in so few bytes: of bytes, the compiler counts many at once.
fn ends(bytes: &[u8]) -> u8 {
    bytes.iter().map(|byte| u8::from(*byte == b'\n')).sum()
}
