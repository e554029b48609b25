//! Texts, eight bytes at a time.

use serde::de::Visitor;

use super::{Parser, SyntaxError};

impl<'de> Parser<'de> {
    /// Reads the text whose quote is next.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "a text is read in fewer steps than a call takes")]
    pub(super) fn text<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, SyntaxError> {
        match self.plain_text() {
            Some(text) => visitor.visit_borrowed_str(text),
            None => {
                self.unescape()?;
                visitor.visit_str(&self.unescaped)
            }
        }
    }

    /// The text whose quote is next, if it stands there as it is.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "a text is read in fewer steps than a call takes")]
    pub(super) fn plain_text(&mut self) -> Option<&'de str> {
        let start = self.at + 1;
        let end = plain_end(self.bytes, start);
        if self.bytes.get(end) != Some(&b'"') {
            return None;
        }
        let text = self.slice(start, end)?;
        self.at = end + 1;
        Some(text)
    }

    /// Reads a text with escapes.
    #[cold]
    #[inline(never)]
    pub(super) fn unescape(&mut self) -> Result<(), SyntaxError> {
        self.unescaped.clear();
        match self.try_unescape() {
            Some(end) => {
                self.at = end;
                Ok(())
            }
            None => Err(self.broken()),
        }
    }

    /// Puts together the text whose quote is next, and gives where it ends.
    fn try_unescape(&mut self) -> Option<usize> {
        let mut start = self.at + 1;
        loop {
            let end = plain_end(self.bytes, start);
            let plain = self.slice(start, end)?;
            self.unescaped.push_str(plain);
            match self.bytes.get(end)? {
                b'"' => return Some(end + 1),
                b'\\' => {
                    let (character, length) = escaped(self.bytes.get(end + 1..)?)?;
                    self.unescaped.push(character);
                    start = end + 1 + length;
                }
                _ => return None,
            }
        }
    }
}

/// Where the first byte from here on is that does not stand for itself.
#[inline]
pub(in crate::json) fn plain_end(bytes: &[u8], at: usize) -> usize {
    let mut at = at;
    while let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        let special = specials(u64::from_le_bytes(*eight));
        if special != 0 {
            return at + special.trailing_zeros() as usize / 8;
        }
        at += eight.len();
    }
    last_plain_end(bytes, at)
}

/// The same for the last few bytes.
#[inline(never)]
fn last_plain_end(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let is_special = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..b' ');
    rest.iter().position(is_special).map_or(bytes.len(), |plain| at + plain)
}

/// Has the highest bit of each byte set that is a quote, a backslash or a control character. What is above the first such
/// byte means nothing.
#[inline]
const fn specials(bytes: u64) -> u64 {
    const EACH: u64 = u64::MAX / 255;
    const HIGHEST: u64 = EACH << 7;
    // A quote, 0x22, becomes 0x20, and what is below 0x20 stays so.
    let quotes = bytes ^ (EACH * 0x02);
    let backslashes = bytes ^ (EACH * b'\\' as u64);
    let is_control_or_quote = quotes.wrapping_sub(EACH * 0x21) & !quotes;
    let is_backslash = backslashes.wrapping_sub(EACH) & !backslashes;
    (is_control_or_quote | is_backslash) & HIGHEST
}

/// What an escape stands for, and how many bytes of it come after the backslash.
fn escaped(bytes: &[u8]) -> Option<(char, usize)> {
    let plain = match bytes.first()? {
        b'u' => return escaped_unicode(bytes),
        byte @ (b'"' | b'\\' | b'/') => char::from(*byte),
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        _ => return None,
    };
    Some((plain, 1))
}

/// What `u1234` stands for, or two of them.
fn escaped_unicode(bytes: &[u8]) -> Option<(char, usize)> {
    let first = unit(bytes.get(1..)?)?;
    if let Some(character) = char::from_u32(first.into()) {
        return Some((character, 5));
    }
    let second = unit(bytes.get(5..)?.strip_prefix(b"\\u")?)?;
    let character = char::decode_utf16([first, second]).next()?.ok()?;
    Some((character, 11))
}

/// The number that begins with four hexadecimal digits.
pub(super) fn unit(bytes: &[u8]) -> Option<u16> {
    let digits = bytes.first_chunk::<4>()?;
    digits.iter().try_fold(0, |unit, digit| {
        let digit = char::from(*digit).to_digit(16).and_then(|digit| u16::try_from(digit).ok())?;
        Some((unit << 4) | digit)
    })
}
