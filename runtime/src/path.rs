//! Places within a value.

mod steps;

use std::fmt;

use self::steps::Steps;
use crate::repr::repr;
use crate::spec::Text;

/// One step into a value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Segment {
    /// Into a field of a class.
    Field(Text),
    /// Into an item of a list or tuple, counted from 0.
    Index(usize),
    /// Into the value that a dict has for a key.
    Key(Text),
}

impl From<&'static str> for Segment {
    fn from(field: &'static str) -> Self {
        Self::Field(field.into())
    }
}

impl From<Text> for Segment {
    fn from(field: Text) -> Self {
        Self::Field(field)
    }
}

impl From<usize> for Segment {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

/// A place within a value: the steps that lead to it.
///
/// `Display` gives `addr.lines[2]['zip']`; names that are no identifiers and keys are quoted as Python quotes them,
/// so that no control character gets out.
///
/// ```
/// use metaclass::{Path, Segment};
///
/// let path: Path = [Segment::from("addr"), Segment::from("lines"), Segment::from(2)].into_iter().collect();
/// assert_eq!(path.to_string(), "addr.lines[2]");
/// assert_eq!(path.pointer(), "/addr/lines/2");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(Steps);

impl Path {
    /// The place of the value itself.
    #[must_use]
    pub const fn root() -> Self {
        Self(Steps::NONE)
    }

    /// The steps from the outside in.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        &self.0
    }

    /// Is it the value itself?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Goes one step further in.
    pub fn push(&mut self, segment: impl Into<Segment>) {
        self.0.push(segment.into());
    }

    /// Puts a step before all others.
    #[inline]
    pub fn push_front(&mut self, segment: impl Into<Segment>) {
        self.0.push_front(|| segment.into());
    }

    /// The same, of the name of a field.
    #[inline]
    pub(crate) fn push_front_field(&mut self, name: &Text) {
        self.0.push_front(|| Segment::Field(name.clone()));
    }

    /// Leaves out what data chose, from a step on: keys, and the last name if that is none of a class.
    pub(crate) fn hide_below(&mut self, step: usize, is_last_of_data: bool) {
        let last = self.0.len().saturating_sub(1);
        for (i, segment) in self.0.iter_mut().enumerate().skip(step) {
            match segment {
                Segment::Key(text) => *text = HIDDEN,
                Segment::Field(text) if is_last_of_data && i == last => *text = HIDDEN,
                _ => {}
            }
        }
    }

    /// Takes the position of the field in which the place lies for its name, if it has one.
    pub(crate) fn number(&mut self, position: impl Fn(&Text) -> Option<usize>) {
        if let Some(first) = self.0.first_mut()
            && let Segment::Field(name) = first
            && let Some(index) = position(name)
        {
            *first = Segment::Index(index);
        }
    }

    /// The steps as they are printed one after another.
    pub(crate) fn steps(&self) -> impl Iterator<Item = Step<'_>> {
        self.0.iter().enumerate().map(|(i, segment)| Step { segment, is_first: i == 0 })
    }

    /// The place as a JSON Pointer (RFC 6901).
    #[must_use]
    pub fn pointer(&self) -> String {
        let mut pointer = String::new();
        for segment in self.segments() {
            pointer.push('/');
            match segment {
                Segment::Index(index) => pointer += &index.to_string(),
                Segment::Field(name) | Segment::Key(name) => pointer += &token(name),
            }
        }
        pointer
    }
}

/// What stands in the place of a secret.
const HIDDEN: Text = Text::new("***");

impl FromIterator<Segment> for Path {
    fn from_iter<I: IntoIterator<Item = Segment>>(segments: I) -> Self {
        Self(segments.into_iter().collect())
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.steps().try_for_each(|step| step.fmt(f))
    }
}

/// A step as it is printed.
pub(crate) struct Step<'a> {
    segment: &'a Segment,
    is_first: bool,
}

impl fmt::Display for Step<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.segment {
            Segment::Index(index) => write!(f, "[{index}]"),
            Segment::Field(name) if !is_plain(name) => write!(f, "[{}]", repr(&**name)),
            Segment::Key(key) => write!(f, "[{}]", repr(&**key)),
            Segment::Field(name) if self.is_first => f.write_str(name),
            Segment::Field(name) => write!(f, ".{name}"),
        }
    }
}

/// A name as a token of a JSON Pointer (RFC 6901, section 4).
pub(crate) fn token(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// May a name stand in a path without quotes?
fn is_plain(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_has_two_views() {
        let mut path = Path::root();
        assert_eq!((path.to_string().as_str(), path.pointer().as_str()), ("", ""));
        path.push("a");
        path.push(0);
        path.push(Segment::Key(Text::new("b/c~d")));
        path.push("e");
        path.push_front("top");
        assert_eq!(path.to_string(), "top.a[0]['b/c~d'].e");
        assert_eq!(path.pointer(), "/top/a/0/b~1c~0d/e");
        assert_eq!(path.segments().len(), 5);
    }

    #[test]
    fn what_data_can_choose_is_escaped() {
        let path: Path =
            [Segment::Field(Text::new("a\n\u{1b}")), Segment::Key(Text::new("\u{202e}"))].into_iter().collect();
        assert_eq!(path.to_string(), r"['a\n\x1b']['\u202e']");
    }
}
