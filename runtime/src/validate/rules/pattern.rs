//! `pattern`: text in which a regular expression is found.

mod automaton;
mod by_byte;
mod compile;
mod ecma;
#[cfg(feature = "json")]
mod from_ecma;
mod lazy;
mod program;
mod run;

use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use self::compile::{Limits, compile};
use self::program::Program;
use super::Constraint;
use crate::error::Error;
use crate::spec::Text;
use crate::validate::params::Source;
use crate::validate::{Fit, Issue, View};
use crate::value::Value;

pub use lazy::LazyPattern;

/// Text in which a regular expression is found, anywhere unless it is anchored with `^` and `$`.
///
/// A search takes time linear in the text, whatever the pattern. The syntax is that of the crate
/// [`regex`](https://docs.rs/regex/latest/regex/#syntax). JSON Schema has patterns of ECMA-262; most mean the same here,
/// but for these:
///
/// | written | ECMA-262, with the flag `u` | here |
/// |---|---|---|
/// | `(?=a)`, `(?!a)`, `(?<=a)`, `(?<!a)` | look-around | refused |
/// | `\1`, `\k<name>` | back-reference | refused |
/// | `\d`, `\w`, `\b` | ASCII | Unicode, as in Python; `[0-9]`, `(?-u:\w)` and `(?-u:\b)` are ASCII |
/// | `\s` | with U+FEFF, without U+0085 | Unicode's white space: without U+FEFF, with U+0085 |
/// | `.` | no `\n`, `\r`, U+2028, U+2029 | no `\n` |
/// | `[^]`, `[]` | any character, none | refused; `(?s:.)` is any |
/// | `&&`, `--`, `~~`, `[` within `[..]` | these characters | operations on sets, a class; escape them |
/// | `\cA`, `\0` | control characters | refused; `\x01`, `\x00` |
/// | `\uD83D\uDE00` | a surrogate pair | refused; `\u{1F600}` |
/// | `(?i)`, `(?x)`, `\A`, `\z`, `\pL` | refused | flags for what follows, ends of the text, a class |
///
/// A schema has the pattern as ECMA-262 would write it. Two patterns are equal if they have the same text.
///
/// ```
/// use metaclass::validate::rules::Pattern;
///
/// const NAME: Pattern = Pattern::new("^[a-z]+$");
/// assert!(NAME.check("ann") && !NAME.check("Ann"));
///
/// let digit = Pattern::compile(r"\d")?;
/// assert!(digit.check("room 7") && !digit.check("room"));
///
/// let error = Pattern::compile("a(?=b)").unwrap_err();
/// assert_eq!(error.to_string(), "bad pattern: look-around is not supported at position 1");
/// # Ok::<(), metaclass::Error>(())
/// ```
#[derive(Clone)]
pub struct Pattern {
    text: Text,
    /// Of a pattern made at run time; `None` if it could not be compiled. Others are in a table.
    made: Option<Arc<Program>>,
}

impl Pattern {
    /// The longest pattern made at run time, in bytes.
    pub const MAX_TEXT: usize = 1024;
    /// The largest program that a pattern made at run time may become, in bytes.
    pub const MAX_PROGRAM: usize = 256 * 1024;
    /// How deep groups, classes and repetitions of a pattern made at run time may be nested.
    pub const MAX_NESTING: u32 = 32;

    /// A pattern that is compiled at its first use, once in the process.
    ///
    /// It is the program's own, and may be larger than one that comes from data. One that cannot be compiled lets no
    /// text pass.
    #[must_use]
    pub const fn new(text: &'static str) -> Self {
        Self { text: Text::new(text), made: None }
    }

    /// A pattern that is made at run time, and may come from data: text, program and nesting are limited.
    ///
    /// # Errors
    /// A `ValueError` for a text of more than 1 KiB, for a program of more than 256 KiB, and for what is no pattern. It
    /// says in one line what is wrong, and where: the position counts characters from 0, as in Python.
    pub fn compile(text: impl Into<String>) -> Result<Self, Error> {
        let text = text.into();
        let made = Some(Arc::new(compile(&text, Limits::DATA)?));
        Ok(Self { text: text.into(), made })
    }

    /// The same, but one that cannot be compiled lets no text pass.
    pub(crate) fn unchecked(text: String) -> Self {
        let made = compile(&text, Limits::DATA).ok().map(Arc::new);
        Self { text: text.into(), made }
    }

    /// Tells what is wrong with it.
    pub(crate) fn verify(&self) -> Result<(), Error> {
        match (&self.made, &self.text) {
            (Some(_), _) => Ok(()),
            (None, Text::Static(text)) if lazy::shared(text).compiles() => Ok(()),
            (None, Text::Static(text)) => compile(text, Limits::CODE).map(drop),
            (None, Text::Shared(text)) => compile(text, Limits::DATA).map(drop),
        }
    }

    /// What is wrong with it, once it was asked of a text.
    fn bad(&self) -> Option<Error> {
        let is_surely_good = self.made.is_some() || matches!(self.text, Text::Static(_)) && lazy::are_all_good();
        if is_surely_good { None } else { self.verify().err() }
    }

    /// The regular expression.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Is it found in the text?
    #[must_use]
    pub fn check(&self, text: &str) -> bool {
        match (&self.made, &self.text) {
            (Some(program), _) => program.is_match(text),
            (None, Text::Static(pattern)) => lazy::shared(pattern).check(text),
            (None, Text::Shared(_)) => false,
        }
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Pattern {}

impl Hash for Pattern {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pattern").field(&self.text).finish()
    }
}

impl Constraint for Pattern {
    const KEY: &'static str = "pattern";
    const KEYWORD: &'static str = "pattern";
    const FITS: Fit = Fit::STR;

    fn text(_: &Issue) -> &'static str {
        "must match the pattern {pattern!r}"
    }

    #[inline]
    fn holds(&self, view: View<'_>) -> bool {
        view.as_str().is_none_or(|text| self.check(text))
    }

    fn issue(&self, _: View<'_>) -> Issue {
        let issue = Issue::of_code(Self::KEY, || Source::Pattern(self.text.clone()).into());
        match self.bad() {
            None => issue,
            // The text is not at fault.
            Some(error) => issue.with_message(error.message().to_owned()),
        }
    }

    /// As ECMA-262 writes it.
    fn schema(&self) -> Option<(&'static str, Value)> {
        Some(match ecma::translated(self.text()) {
            Some(text) => (Self::KEYWORD, text.into()),
            None => ("x-pattern", self.text().into()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::Rule;

    #[test]
    fn a_pattern_is_searched_for() {
        let compiled = Pattern::new("b+");
        let made = Pattern::compile("b+".to_owned()).unwrap();
        for pattern in [&compiled, &made, &made.clone()] {
            assert!(pattern.check("abba") && pattern.check("b") && !pattern.check("") && !pattern.check("B"));
        }
        assert!(!Pattern::new("^a$").check("a\n"));
    }

    #[test]
    fn patterns_are_equal_by_their_texts() {
        use std::collections::HashSet;
        let (compiled, made) = (Pattern::new("a"), Pattern::compile("a").unwrap());
        assert_eq!(compiled, made);
        assert_ne!(compiled, Pattern::new("b"));
        assert_eq!(HashSet::from([compiled, made]).len(), 1);
        assert_eq!(format!("{:?}", Pattern::new("a")), r#"Pattern("a")"#);
    }

    #[test]
    fn a_bad_pattern_lets_no_text_pass() {
        for pattern in [Pattern::new("("), Pattern::unchecked("(".to_owned())] {
            assert!(!pattern.check("") && !pattern.check("("));
            let told = "bad pattern: unclosed group at position 0";
            assert_eq!(pattern.verify().unwrap_err().message(), told);
            let rule = Rule::from(pattern).with_message(Text::new("is no name"));
            assert_eq!(rule.check(&"a".into()).unwrap().message(), told);
        }
        assert!(Pattern::new("a").verify().is_ok());
    }

    #[test]
    fn the_fault_shows_the_pattern_as_python_would() {
        let issue = Rule::from(Pattern::new(r"^\d+'$")).check(&"a".into()).unwrap();
        assert_eq!(issue.message(), r#"must match the pattern "^\\d+'$""#);
        assert_eq!((issue.code(), issue.params().get("pattern")), ("pattern", Some(&r"^\d+'$".into())));
    }

    #[test]
    fn what_differs_from_ecma_is_as_documented() {
        let finds = |pattern: &str, text: &str| Pattern::compile(pattern).unwrap().check(text);
        assert!(finds(r"^\d$", "\u{7c0}") && finds(r"^\w$", "é") && !finds(r"é\b", "éa"));
        assert!(!finds("^[0-9]$", "\u{7c0}") && !finds(r"^(?-u:\w)$", "é") && finds(r"(?-u:\b)a", "éa"));
        assert!(!finds(r"\s", "\u{feff}") && finds(r"\s", "\u{85}"));
        assert!(finds("^.$", "\r") && finds("^.$", "\u{2028}") && !finds("^.$", "\n") && finds("^(?s:.)$", "\n"));
        assert!(!finds("^[a&&b]$", "&") && finds(r"^[a\&\&b]$", "&") && finds("^[a[b]]$", "b"));
        assert!(finds(r"^\x01\x00$", "\u{1}\0") && finds(r"^\u{1F600}\u00e9$", "😀é") && finds(r"\A(?i)A\pL\z", "ab"));
        for refused in [r"[^]", r"[]", r"\cA", r"\0", r"\uD83D\uDE00", r"\1", r"(?=a)"] {
            assert!(Pattern::compile(refused).is_err(), "{refused}");
        }
    }

    #[test]
    fn a_pattern_can_be_a_constant() {
        const RULES: &[Rule] = &[Rule::new(super::super::Kind::Pattern(Pattern::new("^a")))];
        assert!(RULES.iter().all(|rule| rule.check(&"ab".into()).is_none()));
    }
}
