//! What a fault shows of data: never long, and nothing that would change how the rest of the text is seen.

use std::fmt::{self, Write as _};

use crate::repr::write_escaped;

/// Of a value so many characters are shown.
pub(super) const MAX_CHARS: usize = 120;

/// Prints with control and bidi characters escaped, and no more than a number of characters.
pub(crate) struct Shown<T> {
    value: T,
    max_chars: usize,
}

/// The value cut at 120 characters, with `..` for the rest.
pub(crate) const fn cut<T: fmt::Display>(value: T) -> Shown<T> {
    Shown { value, max_chars: MAX_CHARS }
}

/// The whole value.
pub(crate) const fn whole<T: fmt::Display>(value: T) -> Shown<T> {
    Shown { value, max_chars: usize::MAX }
}

impl<T: fmt::Display> fmt::Display for Shown<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = Output { f, left: self.max_chars, is_cut: false, written: Ok(()) };
        // Once it is full, it fails: that ends the printing of what is large. A value that fails by itself is no
        // reason for a report to fail.
        let _ = write!(out, "{}", self.value);
        out.written?;
        match out.is_cut {
            true => f.write_str(".."),
            false => Ok(()),
        }
    }
}

struct Output<'a, 'b> {
    f: &'a mut fmt::Formatter<'b>,
    left: usize,
    is_cut: bool,
    written: fmt::Result,
}

impl fmt::Write for Output<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let fits = text.char_indices().nth(self.left).map_or(text, |(end, _)| text.get(..end).unwrap_or_default());
        self.written = write_harmless(self.f, fits);
        self.written?;
        self.left -= self.left.min(fits.chars().count());
        self.is_cut |= fits.len() < text.len();
        if self.is_cut { Err(fmt::Error) } else { Ok(()) }
    }
}

/// Writes text with its harmful characters escaped, as repr does it.
fn write_harmless(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    for part in text.split_inclusive(is_harmful) {
        let mut chars = part.chars();
        match chars.next_back() {
            Some(c) if is_harmful(c) => {
                f.write_str(chars.as_str())?;
                write_escaped(f, c)?;
            }
            _ => f.write_str(part)?,
        }
    }
    Ok(())
}

/// Control characters, line and paragraph separators, and those that change the direction of the text that follows
/// (Unicode `Bidi_Control`).
fn is_harmful(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_long_is_cut() {
        assert_eq!(cut("é".repeat(120)).to_string(), "é".repeat(120));
        assert_eq!(cut("é".repeat(121)).to_string(), "é".repeat(120) + "..");
        let parts = format_args!("{}{}{}", "a".repeat(60), "b".repeat(60), "").to_string();
        assert_eq!(cut(&parts).to_string(), parts);
        assert_eq!(cut(crate::Value::from(vec![0; 1_000_000]).repr()).to_string().len(), 122);
        assert_eq!(whole("a".repeat(1_000)).to_string().len(), 1_000);
    }

    #[test]
    fn what_changes_the_rest_of_the_text_is_escaped() {
        assert_eq!(cut("a\nb\u{1b}[31m\u{9b}").to_string(), r"a\nb\x1b[31m\x9b");
        assert_eq!(cut("\u{202e}abc\u{2066}\u{200f}\u{61c}\u{2028}").to_string(), r"\u202eabc\u2066\u200f\u061c\u2028");
        assert_eq!(whole("it's \\ \"é\" \u{a0}\u{200d}").to_string(), "it's \\ \"é\" \u{a0}\u{200d}");
    }

    #[test]
    fn what_fails_to_print_ends_there() {
        struct Failing;
        impl fmt::Display for Failing {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("begun")?;
                Err(fmt::Error)
            }
        }
        assert_eq!(cut(Failing).to_string(), "begun");
    }
}
