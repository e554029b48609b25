//! Names of fields, as Python's `make_dataclass` takes them.

use std::collections::HashSet;
use std::hash::Hash;

use smallvec::SmallVec;
use unicode_properties::{GeneralCategory as Category, UnicodeGeneralCategory as _};

use crate::error::Error;
use crate::repr::repr;
use crate::symbol::Sym;

/// Python's keywords, sorted. Those that are some in places only (`match`, `type`) can be names.
const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// Tells the first name that is none, in the order of Python's checks.
///
/// Source: `make_dataclass` in CPython's `Lib/dataclasses.py`.
pub(super) fn check<'a>(mut names: impl Iterator<Item = &'a str>) -> Result<(), Error> {
    let mut checked = Names::default();
    names.try_for_each(|name| checked.next(name, || name).map(drop))
}

/// Names of fields that are told one after the other, each of which is kept as a `T`.
pub(crate) struct Names<T>(Seen<T>);

impl<T: Copy + Eq + Hash> Names<T> {
    /// What the next name is kept as, if it can be that of a field.
    pub(crate) fn next(&mut self, name: &str, kept: impl FnOnce() -> T) -> Result<T, Error> {
        let fault = match name {
            name if !is_identifier(name) => "Field names must be valid identifiers",
            name if is_keyword(name) => "Field names must not be keywords",
            _ => {
                let kept = kept();
                match self.0.insert(kept) {
                    true => return Ok(kept),
                    false => "Field name duplicated",
                }
            }
        };
        Err(Error::type_error(format!("{fault}: {}", repr(name))))
    }
}

impl Names<Sym> {
    /// The next name, kept. Of one that is kept already it is known whether it can be that of a field.
    pub(crate) fn next_kept(&mut self, name: &str) -> Result<Sym, Error> {
        match Sym::known(name) {
            Some(kept) if kept.can_be_field() && self.0.insert(kept) => Ok(kept),
            _ => self.next(name, || Sym::new(name)),
        }
    }
}

impl<T> Default for Names<T> {
    fn default() -> Self {
        Self(Seen::default())
    }
}

/// Names, to see whether one comes again. Few are looked through, which is faster than to hash them.
pub(crate) struct Seen<T> {
    few: SmallVec<[T; 16]>,
    many: Option<HashSet<T>>,
}

impl<T: Clone + Eq + Hash> Seen<T> {
    /// Is it the first of its name?
    pub(crate) fn insert(&mut self, name: T) -> bool {
        if self.few.len() == self.few.inline_size() {
            self.many.get_or_insert_default().extend(self.few.drain(..));
        }
        if let Some(many) = &mut self.many {
            return many.insert(name);
        }
        let is_new = !self.few.contains(&name);
        if is_new {
            self.few.push(name);
        }
        is_new
    }
}

impl<T> Default for Seen<T> {
    fn default() -> Self {
        Self { few: SmallVec::new(), many: None }
    }
}

/// Can a field be called so?
pub(crate) fn is_field_name(name: &str) -> bool {
    is_identifier(name) && !is_keyword(name)
}

/// Python's `keyword.iskeyword`.
fn is_keyword(name: &str) -> bool {
    // Most names are too short or too long to be one.
    (2..=8).contains(&name.len()) && KEYWORDS.binary_search(&name).is_ok()
}

/// Python's `str.isidentifier`, of the name as it is written: Python also asks it of the normal form (NFKC).
///
/// Source: The Python Language Reference, section "Names (identifiers and keywords)".
pub(crate) fn is_identifier(name: &str) -> bool {
    let is_usual = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    if let [first, ..] = name.as_bytes()
        && name.as_bytes().iter().all(is_usual)
    {
        return !first.is_ascii_digit();
    }
    let mut chars = name.chars();
    chars.next().is_some_and(is_start) && chars.all(is_continue)
}

fn is_start(c: char) -> bool {
    use Category::{LetterNumber, LowercaseLetter, ModifierLetter, OtherLetter, TitlecaseLetter, UppercaseLetter};
    if c.is_ascii() {
        return c.is_ascii_alphabetic() || c == '_';
    }
    let is_letter = matches!(
        c.general_category(),
        UppercaseLetter | LowercaseLetter | TitlecaseLetter | ModifierLetter | OtherLetter | LetterNumber
    );
    // Unicode takes out a letter of `Pattern_Syntax`, and adds `Other_ID_Start`, of which two are none in their normal form.
    is_letter && c != '\u{2e2f}' || matches!(c, '\u{1885}' | '\u{1886}' | '\u{2118}' | '\u{212e}')
}

fn is_continue(c: char) -> bool {
    use Category::{ConnectorPunctuation, DecimalNumber, NonspacingMark, SpacingMark};
    let is_mark =
        || matches!(c.general_category(), NonspacingMark | SpacingMark | DecimalNumber | ConnectorPunctuation);
    // Unicode `Other_ID_Continue`.
    let is_other = || matches!(c, '\u{b7}' | '\u{387}' | '\u{1369}'..='\u{1371}' | '\u{19da}');
    is_start(c) || is_mark() || is_other()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(names: &[&str], text: &str) {
        let error = check(names.iter().copied()).map_err(|error| format!("{error:?}"));
        assert_eq!(error, Err(format!("TypeError: {text}")));
    }

    #[test]
    fn names_are_pythons() {
        for name in ["", "()", "a b", "x,y", "1x", "a-b", "x²", "é\u{301}!", "a\n", "·a", "\u{2e2f}", "$"] {
            refused(&["a", name], &format!("Field names must be valid identifiers: {}", repr(name)));
        }
        assert!(KEYWORDS.is_sorted() && KEYWORDS.iter().all(|name| (2..=8).contains(&name.len())));
        for name in KEYWORDS {
            refused(&[name], &format!("Field names must not be keywords: '{name}'"));
        }
        refused(&["ab", "c", "ab", "1"], "Field name duplicated: 'ab'");
    }

    #[test]
    fn many_names_are_told_apart_too() {
        let names: Vec<String> = (0..100).map(|i| format!("x{i}")).collect();
        assert!(check(names.iter().map(String::as_str)).is_ok());
        for again in [0, 15, 16, 99] {
            let names: Vec<&str> = names.iter().chain([&names[again]]).map(String::as_str).collect();
            refused(&names, &format!("Field name duplicated: 'x{again}'"));
        }
    }

    #[test]
    fn other_names_are_taken() {
        let names =
            ["x", "_", "__class__", "x1", "é", "e\u{301}", "a·b", "名前", "ℵ", "Ⅳ", "x٣", "a‿b", "match", "type"];
        assert!(check(names.into_iter()).is_ok());
    }
}
