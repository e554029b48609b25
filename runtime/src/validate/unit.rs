//! What the length of text is counted in.

/// What the length of text is counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unit {
    /// Unicode scalar values, as Python and JSON Schema count.
    #[default]
    Chars,
    /// Bytes of UTF-8.
    Bytes,
    /// Units of UTF-16, as JavaScript counts.
    Utf16,
}

/// The most bytes that a character takes in UTF-8.
const MAX_BYTES: usize = 4;

impl Unit {
    /// As it is written in `unit = ..`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chars => "chars",
            Self::Bytes => "bytes",
            Self::Utf16 => "utf16",
        }
    }

    /// The length of the text.
    #[inline(never)]
    #[must_use]
    pub fn count(self, text: &str) -> usize {
        match self {
            Self::Chars => text.chars().count(),
            Self::Bytes => text.len(),
            Self::Utf16 => text.chars().map(char::len_utf16).sum(),
        }
    }

    /// Is the text at least so long? Its bytes mostly tell without counting.
    #[inline]
    pub(super) fn is_at_least(self, text: &str, limit: usize) -> bool {
        match self {
            Self::Bytes => text.len() >= limit,
            // A unit takes at least one byte, and at most four.
            _ => text.len() >= limit && (text.len().div_ceil(MAX_BYTES) >= limit || self.count(text) >= limit),
        }
    }

    /// Is the text at most so long? Its bytes mostly tell without counting.
    #[inline]
    pub(super) fn is_at_most(self, text: &str, limit: usize) -> bool {
        match self {
            Self::Bytes => text.len() <= limit,
            _ => text.len() <= limit || (text.len().div_ceil(MAX_BYTES) <= limit && self.count(text) <= limit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_count_what_their_names_say() {
        let text = "aé€😀";
        assert_eq!([Unit::Chars, Unit::Bytes, Unit::Utf16].map(|unit| unit.count(text)), [4, 10, 5]);
    }

    #[test]
    fn the_short_cuts_agree_with_counting() {
        for text in ["", "a", "é", "€€", "😀😀😀", "a😀é", "abcdefgh"] {
            for unit in [Unit::Chars, Unit::Bytes, Unit::Utf16] {
                for limit in 0..14 {
                    assert_eq!(unit.is_at_least(text, limit), unit.count(text) >= limit, "{text} {unit:?} {limit}");
                    assert_eq!(unit.is_at_most(text, limit), unit.count(text) <= limit, "{text} {unit:?} {limit}");
                }
            }
        }
    }
}
