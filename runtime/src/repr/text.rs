//! Text and bytes as CPython quotes them.

use std::fmt::{self, Write as _};

use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory as _};

/// Writes text in quotes: single ones, unless there are single and no double ones in it.
pub(crate) fn write_str(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    let quote = quote(text.contains('\''), text.contains('"'));
    f.write_char(quote)?;
    // Stretches of ordinary characters are written in one go.
    let mut rest = text;
    while let Some(at) = rest.find(|c| needs_escape(c, quote)) {
        let (plain, from) = rest.split_at(at);
        f.write_str(plain)?;
        let mut chars = from.chars();
        if let Some(c) = chars.next() {
            write_escaped(f, c)?;
        }
        rest = chars.as_str();
    }
    f.write_str(rest)?;
    f.write_char(quote)
}

/// Writes bytes: `b'a\x00'`.
pub(crate) fn write_bytes(f: &mut fmt::Formatter<'_>, bytes: &[u8]) -> fmt::Result {
    let quote = quote(bytes.contains(&b'\''), bytes.contains(&b'"'));
    f.write_char('b')?;
    f.write_char(quote)?;
    for byte in bytes {
        match char::from(*byte) {
            c if c == quote || matches!(c, '\\' | '\n' | '\r' | '\t') => write_escaped(f, c)?,
            c @ ' '..='~' => f.write_char(c)?,
            _ => write!(f, "\\x{byte:02x}")?,
        }
    }
    f.write_char(quote)
}

const fn quote(single: bool, double: bool) -> char {
    if single && !double { '"' } else { '\'' }
}

fn needs_escape(c: char, quote: char) -> bool {
    c == quote || c == '\\' || !is_printable(c)
}

/// Writes one character as an escape: `\n`, `\x1b`, `\u202e`.
pub(crate) fn write_escaped(f: &mut fmt::Formatter<'_>, c: char) -> fmt::Result {
    match c {
        '\n' => f.write_str("\\n"),
        '\r' => f.write_str("\\r"),
        '\t' => f.write_str("\\t"),
        '\'' | '"' | '\\' => write!(f, "\\{c}"),
        _ => match u32::from(c) {
            code @ 0..=0xff => write!(f, "\\x{code:02x}"),
            code @ 0x100..=0xffff => write!(f, "\\u{code:04x}"),
            code => write!(f, "\\U{code:08x}"),
        },
    }
}

/// Python's `str.isprintable` for one character: no control, format, unassigned or private character, and no separator
/// but the space (the Unicode categories "Other" and "Separator").
fn is_printable(c: char) -> bool {
    match c {
        ' '..='~' => true,
        '\0'..='\x7f' => false,
        _ => {
            let group = c.general_category_group();
            group != GeneralCategoryGroup::Other && group != GeneralCategoryGroup::Separator
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::repr::repr;

    #[test]
    fn text_is_quoted_as_in_python() {
        let cases = [
            ("", "''"),
            ("abc", "'abc'"),
            ("it's", r#""it's""#),
            (r#"say "hi""#, r#"'say "hi"'"#),
            (r#"it's "x""#, r#"'it\'s "x"'"#),
            ("a\\b", r"'a\\b'"),
            ("a\n\r\t\0\x1b\x7f", r"'a\n\r\t\x00\x1b\x7f'"),
            ("héé €", "'héé €'"),
            ("\u{a0}\u{ad}", r"'\xa0\xad'"),
            ("\u{2028}\u{200b}\u{202e}\u{feff}", r"'\u2028\u200b\u202e\ufeff'"),
            ("\u{1f600}", "'\u{1f600}'"),
            ("\u{e0001}\u{10ffff}", r"'\U000e0001\U0010ffff'"),
        ];
        for (text, quoted) in cases {
            assert_eq!(repr(text).to_string(), quoted);
        }
        assert_eq!(repr(&'\'').to_string(), r#""'""#);
    }

    #[test]
    fn bytes_are_quoted_as_in_python() {
        assert_eq!(repr(b"a'\x00\xff\n\\".as_slice()).to_string(), r#"b"a'\x00\xff\n\\""#);
        assert_eq!(repr(&vec![b'"', b'\'']).to_string(), r#"b'"\''"#);
        assert_eq!(repr(&[0u8; 0]).to_string(), "b''");
    }
}
