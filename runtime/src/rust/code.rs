//! Source in the making.

use std::ops::Add;

use super::names::Name;

/// A piece of Rust source.
///
/// It is made of code that stands in this program, of literals, and of names that were checked to be names: no text of a
/// class gets into it otherwise.
#[derive(Clone, Debug, Default)]
pub(super) struct Code(String);

impl Code {
    /// Code that stands in this program.
    pub(super) fn of(code: &'static str) -> Self {
        Self(code.to_owned())
    }

    /// A literal of text. What is not printed is escaped, so that no character changes how the rest is seen.
    pub(super) fn text(text: &str) -> Self {
        Self(format!("{text:?}"))
    }

    /// A literal of an integer.
    pub(super) fn int(int: i128) -> Self {
        Self(int.to_string())
    }

    /// A literal of a finite float, or the constant.
    pub(super) fn float(float: f64) -> Self {
        match float {
            float if float.is_nan() => Self::of("f64::NAN"),
            f64::INFINITY => Self::of("f64::INFINITY"),
            f64::NEG_INFINITY => Self::of("f64::NEG_INFINITY"),
            float => Self(format!("{float:?}")),
        }
    }

    /// A line of documentation; none if it can only be written as a literal.
    pub(super) fn doc_line(line: &str) -> Option<Self> {
        let is_plain = line.chars().all(|c| c == '\'' || c == '"' || c == '\\' || c.escape_debug().eq([c]));
        is_plain.then(|| Self(line.to_owned()))
    }

    /// Pieces with a separator between them.
    pub(super) fn join(pieces: impl IntoIterator<Item = Self>, separator: &'static str) -> Self {
        let pieces: Vec<String> = pieces.into_iter().map(|piece| piece.0).collect();
        Self(pieces.join(separator))
    }

    /// Is it this?
    pub(super) fn is(&self, code: &str) -> bool {
        self.0 == code
    }

    pub(super) fn into_text(self) -> String {
        self.0
    }
}

impl Add for Code {
    type Output = Self;

    fn add(mut self, other: Self) -> Self {
        self.0 += &other.0;
        self
    }
}

impl Add<&'static str> for Code {
    type Output = Self;

    fn add(mut self, code: &'static str) -> Self {
        self.0 += code;
        self
    }
}

impl Add<&Name> for Code {
    type Output = Self;

    fn add(mut self, name: &Name) -> Self {
        self.0 += name.as_str();
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_a_literal_whatever_it_is() {
        let literal = |text| Code::text(text).into_text();
        assert_eq!(literal("\"); evil(\"\\"), r#""\"); evil(\"\\""#);
        assert_eq!(literal("\n\r\0\u{202e}\u{7f}"), r#""\n\r\0\u{202e}\u{7f}""#);
        assert_eq!(
            [1.0, -0.0, 1e300, f64::NAN].map(|float| Code::float(float).into_text()),
            ["1.0", "-0.0", "1e300", "f64::NAN"]
        );
    }

    #[test]
    fn a_line_of_documentation_has_no_end_in_it() {
        assert!(Code::doc_line("It's \"quoted\" \\ é */").is_some());
        for line in ["a\rb", "a\nb", "a\u{202e}b", "a\u{2028}b"] {
            assert!(Code::doc_line(line).is_none(), "{line:?}");
        }
    }
}
