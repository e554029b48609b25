//! One fault: where it is, what kind it is, and the figures that belong to it.

use std::fmt::{self, Display as _};
use std::mem;

use super::arrange::Rank;
use super::messages::{English, Messages};
use super::params::Params;
use super::rules;
use super::shown::{cut, whole};
use crate::error::Error;
use crate::path::{Path, Segment};
use crate::spec::{FieldSpec, Flags, Text};
use crate::value::Value;

/// One fault of a value.
///
/// It does not keep the value that is at fault, which may be a secret. `Display` gives the place and the text:
/// `age: must be at least 0`.
///
/// ```
/// use metaclass::validate::Issue;
///
/// let issue = Issue::new("min_value").with_param("limit", 0).at("age");
/// assert_eq!(issue.to_string(), "age: must be at least 0");
/// assert_eq!(issue.params().get("limit"), Some(&0.into()));
/// ```
#[derive(Clone)]
pub struct Issue(Box<Fault>);

#[derive(Clone, Debug)]
struct Fault {
    path: Path,
    code: Text,
    params: Params,
    message: Option<Text>,
    place: Place,
    rank: Rank,
    is_secret: bool,
    /// Is the key at fault, and not the value that a dict has for it?
    is_of_key: bool,
}

/// Where a fault is in the text that was decoded.
#[derive(Clone, Copy, Debug)]
enum Place {
    Unknown,
    /// A name that leads there is noted.
    #[cfg_attr(not(feature = "json"), expect(dead_code, reason = "only JSON has lines"))]
    Noted(Noted),
    Known {
        line: usize,
        column: usize,
    },
}

/// Where in the text a name is that leads to a fault.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(feature = "json"), expect(dead_code, reason = "only JSON has lines"))]
pub(crate) struct Noted {
    /// Its quote, as a number of bytes.
    pub(crate) at: usize,
    /// So many steps of the path are behind it.
    pub(crate) steps_behind: usize,
}

// One block holds all of it: most faults are a step or two away and have a figure or two.
const _: () = assert!(size_of::<Issue>() == size_of::<usize>());

impl Issue {
    /// A fault of the value itself.
    ///
    /// The code of a rule is its key; a code of your own needs a [message](Self::with_message).
    pub fn new(code: impl Into<Text>) -> Self {
        Self::of_code(code, Params::default)
    }

    /// A fault of this code; what belongs to it is made when it is known where it is to be.
    #[inline]
    pub(super) fn of_code(code: impl Into<Text>, params: impl FnOnce() -> Params) -> Self {
        // Written where it is to be: with `Box::new`, or with anything in it that has to be dropped, it would be moved there.
        let mut issue = Self(Box::write(
            Box::new_uninit(),
            Fault {
                path: Path::root(),
                code: Text::Static(""),
                params: Params::default(),
                message: None,
                place: Place::Unknown,
                rank: Rank::SEVERAL,
                is_secret: false,
                is_of_key: false,
            },
        ));
        // There is nothing in what is there: to drop it would be to look what it is.
        mem::forget(mem::replace(&mut issue.0.code, code.into()));
        mem::forget(mem::replace(&mut issue.0.params, params()));
        issue
    }

    /// A fault of a rule about a limit, and what was counted or measured.
    #[inline]
    pub(super) fn of_limit(code: &'static str, figures: impl FnOnce() -> (Value, Value)) -> Self {
        Self::of_code(code, || {
            let (limit, actual) = figures();
            Params::of_limit(limit, actual)
        })
    }

    /// A fault that a check of the user's found: code `check`, with this text.
    pub fn check(message: impl Into<Text>) -> Self {
        Self::new("check").with_message(message)
    }

    /// The fault with a figure or text that belongs to it.
    #[must_use]
    pub fn with_param(mut self, name: impl Into<Text>, value: impl Into<Value>) -> Self {
        self.0.params.push(name.into(), value.into());
        self
    }

    /// The fault with a text of its own.
    #[must_use]
    pub fn with_message(mut self, message: impl Into<Text>) -> Self {
        self.0.message = Some(message.into());
        self
    }

    /// The fault at a place of the text that was decoded, both counted from 1.
    #[must_use]
    pub fn with_place(mut self, line: usize, column: usize) -> Self {
        self.0.place = Place::Known { line, column };
        self
    }

    #[cfg(feature = "json")]
    pub(crate) fn set_place(&mut self, line: usize, column: usize) {
        self.0.place = Place::Known { line, column };
    }

    /// Notes where the name of the field is that it was put into, unless one further in is noted; `at` is told which field
    /// that is. A name that was given twice has two places.
    #[cfg(feature = "serde")]
    #[inline]
    pub(super) fn note(&mut self, at: impl Fn(usize) -> Option<usize>) {
        if let (Place::Unknown, [_, behind @ ..]) = (self.0.place, self.0.path.segments())
            && let Some(at) = self.0.rank.field().and_then(at)
            && &*self.0.code != "duplicate_field"
        {
            self.0.place = Place::Noted(Noted { at, steps_behind: behind.len() });
        }
    }

    /// Takes the name that was noted, if there is one.
    #[cfg(feature = "json")]
    pub(crate) fn take_noted(&mut self) -> Option<Noted> {
        let Place::Noted(noted) = self.0.place else { return None };
        self.0.place = Place::Unknown;
        Some(noted)
    }

    fn place(&self) -> (Option<usize>, Option<usize>) {
        let Place::Known { line, column } = self.0.place else { return (None, None) };
        (Some(line).filter(|line| *line > 0), Some(column).filter(|column| *column > 0))
    }

    /// Tells where a name that is given twice stood first: `first_line` and `first_column`.
    #[cfg(feature = "json")]
    pub(crate) fn set_first_place(&mut self, line: usize, column: usize) {
        self.0.params.push(Text::new("first_line"), line.into());
        self.0.params.push(Text::new("first_column"), column.into());
    }

    /// The fault seen from outside of the field, item or key in which it is.
    #[must_use]
    pub fn at(mut self, segment: impl Into<Segment>) -> Self {
        self.prefix(segment.into());
        self
    }

    /// Puts a step before its place.
    pub(super) fn prefix(&mut self, segment: Segment) {
        self.0.path.push_front(segment);
        self.0.rank = Rank::SEVERAL;
    }

    /// Seen from outside of this field of a class.
    pub(super) fn put_into(&mut self, rank: Rank, field: &FieldSpec) {
        if field.has(Flags::SECRET) {
            self.hide();
        }
        self.0.path.push_front_field(field.key_text());
        self.0.rank = rank;
    }

    /// The fault at this place among those of its class.
    pub(crate) fn ranked(mut self, rank: Rank) -> Self {
        self.0.rank = rank;
        self
    }

    /// Where it stands among those of its class.
    #[cfg(feature = "serde")]
    pub(super) fn rank(&self) -> Rank {
        self.0.rank
    }

    /// Leaves out what would tell a secret, which its whole place lies in.
    pub(crate) fn hide(&mut self) {
        self.hide_below(0);
    }

    /// The same, of a secret that its place lies in from this step on.
    pub(super) fn hide_below(&mut self, step: usize) {
        let is_of_user = self.0.code == "check" || !is_own_code(&self.0.code);
        self.0.params.retain(|name, value| match name {
            "limit" | "expected" | "unit" | "divisor" | "allowed" | "pattern" | "format" | "other" => !is_of_user,
            // The name of a type is no secret.
            "actual" => self.0.code == "type" && value.as_str().is_some_and(is_type_name),
            _ => false,
        });
        let is_name_of_data = matches!(&*self.0.code, "unknown_field" | "duplicate_field");
        self.0.path.hide_below(step, is_name_of_data);
        self.0.is_secret = true;
    }

    /// The field in which its place lies is told by its position, if it has one.
    pub(super) fn number(&mut self, position: impl Fn(&Text) -> Option<usize>) {
        self.0.path.number(position);
    }

    /// The key at the end of its place is at fault.
    pub(super) fn blame_key(&mut self) {
        self.0.is_of_key = true;
    }

    /// Is the key at the end of its place at fault, and not the value that it leads to?
    pub(crate) fn is_of_key(&self) -> bool {
        self.0.is_of_key
    }

    /// Is the value at fault a secret, which no report shows?
    #[must_use]
    pub fn is_secret(&self) -> bool {
        self.0.is_secret
    }

    /// The place within the value that was validated.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0.path
    }

    /// The stable name of the kind of fault: `missing`, `type`, the key of a rule, `check`, a name of the user's.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0.code
    }

    /// Figures and texts that belong to the fault.
    #[must_use]
    pub fn params(&self) -> &Params {
        &self.0.params
    }

    /// The text, without the place; that of [`English`] unless the fault has its own.
    ///
    /// What data can choose in it is cut at 120 characters, and control and bidi characters are escaped.
    #[must_use]
    pub fn message(&self) -> String {
        self.message_in(&English).to_string()
    }

    /// The text in another language.
    pub fn message_in<'a>(&'a self, messages: &'a dyn Messages) -> impl fmt::Display + 'a {
        Message { issue: self, messages }
    }

    /// The text that the rule or check was given in the place of the usual one, as it was given.
    #[must_use]
    pub fn own_message(&self) -> Option<&str> {
        self.0.message.as_deref()
    }

    /// The line of the value in the text that was decoded, from 1.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.place().0
    }

    /// The column of the value in the text that was decoded, in bytes, from 1.
    #[must_use]
    pub fn column(&self) -> Option<usize> {
        self.place().1
    }
}

/// Is it a code of ours, of which we know what its figures tell?
fn is_own_code(code: &str) -> bool {
    rules::KEYS.contains(&code) || matches!(code, "missing" | "type" | "depth" | "unknown_field" | "duplicate_field")
}

/// Is it a name of Python's, and so none that data or users choose?
fn is_type_name(name: &str) -> bool {
    const NAMES: [&str; 10] = ["NoneType", "bool", "int", "float", "str", "bytes", "list", "tuple", "set", "dict"];
    NAMES.contains(&name)
}

impl fmt::Debug for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Fault { path, code, params, message, place, rank: _, is_secret, is_of_key } = &*self.0;
        let mut issue = f.debug_struct("Issue");
        issue.field("path", path).field("code", code).field("params", params).field("message", message);
        issue.field("place", place).field("is_secret", is_secret).field("is_of_key", is_of_key).finish()
    }
}

/// Equal in all that can be read of them.
impl PartialEq for Issue {
    fn eq(&self, other: &Self) -> bool {
        self.0.path == other.0.path
            && self.0.code == other.0.code
            && self.0.params == other.0.params
            && self.0.message == other.0.message
            && self.place() == other.place()
            && self.0.is_secret == other.0.is_secret
    }
}

impl From<&'static str> for Issue {
    fn from(message: &'static str) -> Self {
        Self::check(message)
    }
}

/// Its message and its place; not its kind.
impl From<Error> for Issue {
    fn from(error: Error) -> Self {
        let segments = error.path().segments().iter().rev().cloned();
        segments.fold(Self::check(error.message().to_owned()), Self::at)
    }
}

impl From<String> for Issue {
    fn from(message: String) -> Self {
        Self::check(message)
    }
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_with(f, self, &English)
    }
}

/// Writes place and text; of a name or key that is long only the beginning.
pub(super) fn write_with(f: &mut fmt::Formatter<'_>, issue: &Issue, messages: &dyn Messages) -> fmt::Result {
    issue.path().steps().try_for_each(|step| cut(step).fmt(f))?;
    if !issue.path().is_empty() {
        f.write_str(": ")?;
    }
    issue.message_in(messages).fmt(f)
}

struct Message<'a> {
    issue: &'a Issue,
    messages: &'a dyn Messages,
}

impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.issue.0.message {
            Some(own) => whole(own).fmt(f),
            None => self.messages.write(self.issue, f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issue_tells_place_kind_and_figures() {
        let issue = Issue::new("min_length").with_param("limit", 3).with_param("actual", 1).at(2).at("tags");
        assert_eq!(issue.path().pointer(), "/tags/2");
        assert_eq!((issue.code(), issue.params().iter().len()), ("min_length", 2));
        assert_eq!(issue.params().get("actual"), Some(&1.into()));
        assert_eq!(issue.params().get("expected"), None);
        assert_eq!((issue.line(), issue.column()), (None, None));
        let placed = issue.with_place(3, 7);
        assert_eq!((placed.line(), placed.column()), (Some(3), Some(7)));
    }

    #[test]
    fn a_text_of_its_own_wins() {
        let issue = Issue::new("min_length").with_param("limit", 3);
        assert_eq!(issue.message(), "must have at least 3 characters");
        assert_eq!(issue.own_message(), None);
        assert_eq!(issue.with_message("too short").message(), "too short");
        assert_eq!(Issue::from("is taken").at("name").to_string(), "name: is taken");
        assert_eq!(Issue::from(String::from("x")).code(), "check");
    }
}
