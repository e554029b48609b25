//! All faults of a value.

#[cfg(feature = "json")]
use std::collections::HashMap;
use std::error::Error as StdError;
use std::fmt;

use super::Issue;
use super::arrange::Rank;
use super::issue::write_with;
use super::messages::{English, Messages};
use crate::error::Error;
#[cfg(feature = "json")]
use crate::path::Path;
use crate::path::Segment;
use crate::spec::{ClassSpec, FieldSpec, Text};

/// How many faults a report keeps unless told otherwise.
const MAX_ISSUES: usize = 100;
/// For so many faults there is room once there is one.
const FIRST_ROOM: usize = 8;
/// How deep instances of classes may be nested in each other.
const MAX_DEPTH: u8 = 128;

/// Collects faults.
///
/// Nothing is allocated until there is one.
///
/// ```
/// use metaclass::validate::{Issue, Report};
///
/// let mut report = Report::new();
/// report.push(Issue::new("missing").at("name"));
/// report.push(Issue::check("is taken").at("email"));
/// let error = report.finish().unwrap_err();
/// assert_eq!(error.to_string(), "Validation errors: name: required; email: is taken");
/// ```
#[derive(Debug)]
pub struct Report {
    pub(super) issues: Vec<Issue>,
    max_issues: usize,
    truncated: bool,
    /// How many classes it is within.
    depth: u8,
}

impl Default for Report {
    fn default() -> Self {
        Self::with_max_issues(MAX_ISSUES)
    }
}

impl Report {
    /// A report without faults, that keeps the first 100.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A report that keeps the first `max_issues` faults, and at least one.
    #[must_use]
    pub const fn with_max_issues(max_issues: usize) -> Self {
        Self {
            issues: Vec::new(),
            max_issues: if max_issues == 0 { 1 } else { max_issues },
            truncated: false,
            depth: 0,
        }
    }

    /// Adds a fault, unless there are too many already.
    #[cold]
    pub fn push(&mut self, issue: Issue) {
        if self.issues.len() >= self.max_issues {
            self.truncated = true;
            return;
        }
        if self.issues.is_empty() {
            self.issues.reserve(FIRST_ROOM);
        }
        self.issues.push(issue);
    }

    /// Puts a step before the places of all faults since there were `mark`.
    ///
    /// Places are built from the inside out: where there is no fault, none is built.
    #[inline]
    pub fn prefix(&mut self, mark: usize, segment: impl FnOnce() -> Segment) {
        if self.issues.len() != mark {
            self.prefix_all(mark, &segment());
        }
    }

    #[cold]
    fn prefix_all(&mut self, mark: usize, segment: &Segment) {
        for issue in self.issues.iter_mut().skip(mark) {
            issue.prefix(segment.clone());
        }
    }

    /// Looks at what lies within, a step further in.
    pub(super) fn within(&mut self, segment: impl FnOnce() -> Segment, look: impl FnOnce(&mut Self)) {
        let mark = self.len();
        look(self);
        self.prefix(mark, segment);
    }

    /// All faults since there were `mark` are those of this field of a class.
    #[cold]
    #[inline(never)]
    pub(crate) fn put_into(&mut self, mark: usize, rank: Rank, field: &FieldSpec) {
        for issue in self.issues.iter_mut().skip(mark) {
            issue.put_into(rank, field);
        }
    }

    /// The same, of a field whose name is at this place of the text.
    #[cfg(feature = "serde")]
    pub(crate) fn put_into_at(&mut self, mark: usize, rank: Rank, field: &FieldSpec, at: Option<usize>) {
        for issue in self.issues.iter_mut().skip(mark) {
            issue.put_into(rank, field);
            issue.note(|_| at);
        }
    }

    /// Looks at an instance of a class, which may refer to itself: it may be nested so deep only.
    #[inline]
    pub fn nested(&mut self, look: impl FnOnce(&mut Self)) {
        if self.depth == MAX_DEPTH {
            return self.push_too_deep();
        }
        self.depth += 1;
        look(self);
        self.depth -= 1;
    }

    /// All faults since there were `mark` are those of the key that leads to their place.
    pub(crate) fn blame_keys(&mut self, mark: usize) {
        self.issues.iter_mut().skip(mark).for_each(Issue::blame_key);
    }

    #[cold]
    #[inline(never)]
    fn push_too_deep(&mut self) {
        self.push(Issue::new("depth"));
    }

    /// All faults since there were `mark` are within fields of a class: those of a named tuple have positions, as in data.
    #[inline]
    pub(crate) fn number(&mut self, mark: usize, spec: &ClassSpec) {
        if self.issues.len() != mark && spec.is_tuple() {
            self.number_all(mark, spec);
        }
    }

    #[cold]
    fn number_all(&mut self, mark: usize, spec: &ClassSpec) {
        for issue in self.issues.iter_mut().skip(mark) {
            issue.number(|key| spec.fields().iter().position(|field| field.key_text() == key));
        }
    }

    /// Notes where the names of the fields are that the faults since there were `mark` are those of.
    #[cfg(feature = "serde")]
    #[inline]
    pub(crate) fn note(&mut self, mark: usize, at: impl Fn(usize) -> Option<usize>) {
        for issue in self.issues.iter_mut().skip(mark) {
            issue.note(&at);
        }
    }

    /// Hides the values of all faults since there were `mark`.
    #[cold]
    pub(crate) fn hide(&mut self, mark: usize) {
        self.issues.iter_mut().skip(mark).for_each(Issue::hide);
    }

    /// Leaves out the faults since there were `mark` that were told before.
    #[cfg(feature = "json")]
    pub(crate) fn dedup(&mut self, mark: usize) {
        let mut told: HashMap<(Path, String), Vec<Issue>> = HashMap::new();
        let issues = self.issues.split_off(mark.min(self.issues.len()));
        self.issues.extend(issues.into_iter().filter(|issue| {
            let alike = told.entry((issue.path().clone(), issue.code().to_owned())).or_default();
            let is_new = !alike.contains(issue);
            if is_new {
                alike.push(issue.clone());
            }
            is_new
        }));
    }

    /// Were there more faults than are kept?
    #[cfg(feature = "serde")]
    pub(crate) const fn is_truncated(&self) -> bool {
        self.truncated
    }

    /// Is there surely no fault within this field since there were `mark`?
    pub(super) fn is_clean(&self, mark: usize, key: &Text) -> bool {
        let is_within =
            |issue: &Issue| matches!(issue.path().segments().first(), Some(Segment::Field(name)) if name == key);
        !self.truncated && !self.issues.iter().skip(mark).any(is_within)
    }

    /// Puts the faults since there were `middle` before those since there were `mark`.
    #[cfg(feature = "serde")]
    #[inline]
    pub(crate) fn rotate(&mut self, mark: usize, middle: usize) {
        if middle != mark
            && middle != self.len()
            && let Some(faults) = self.issues.get_mut(mark..)
        {
            faults.rotate_left(middle - mark);
        }
    }

    /// All faults as an error.
    #[cfg(feature = "serde")]
    pub(crate) fn into_error(self, is_incomplete: bool) -> ValidationError {
        ValidationError { issues: self.issues, truncated: self.truncated, is_incomplete }
    }

    /// How many faults it holds.
    #[inline]
    #[must_use]
    pub const fn len(&self) -> usize {
        self.issues.len()
    }

    /// Is there no fault?
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.issues.is_empty()
    }

    /// The faults as an error, if there are any.
    ///
    /// # Errors
    /// All faults.
    #[inline]
    pub fn finish(self) -> Result<(), ValidationError> {
        match self.issues.is_empty() {
            true => Ok(()),
            false => Err(ValidationError { issues: self.issues, truncated: self.truncated, is_incomplete: false }),
        }
    }
}

/// All faults of a value, in the order of its declaration; never without one.
///
/// `Display` gives them on one line, `{:#}` each on a line of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct ValidationError {
    issues: Vec<Issue>,
    truncated: bool,
    is_incomplete: bool,
}

impl ValidationError {
    /// The faults: those of a field in the written order of its rules, then those within it, then those of the whole.
    #[must_use]
    pub fn issues(&self) -> &[Issue] {
        &self.issues
    }

    /// Were there more faults than a report keeps?
    #[must_use]
    pub const fn truncated(&self) -> bool {
        self.truncated
    }

    /// Was something not looked at? A type that knows nothing of us ends at its first fault when it is read from data.
    #[must_use]
    pub const fn is_incomplete(&self) -> bool {
        self.is_incomplete
    }

    /// The faults themselves.
    #[must_use]
    pub fn into_issues(self) -> Vec<Issue> {
        self.issues
    }

    #[cfg(feature = "json")]
    pub(crate) fn issues_mut(&mut self) -> &mut [Issue] {
        &mut self.issues
    }

    /// The error seen from outside of the field, item or key in which it arose.
    #[must_use]
    pub fn prefixed(mut self, segment: impl Into<Segment>) -> Self {
        let segment = segment.into();
        self.issues = self.issues.into_iter().map(|issue| issue.at(segment.clone())).collect();
        self
    }

    /// The report in another language.
    pub fn display_with<'a>(&'a self, messages: &'a dyn Messages) -> impl fmt::Display + 'a {
        DisplayWith { error: self, messages }
    }
}

impl From<Issue> for ValidationError {
    fn from(issue: Issue) -> Self {
        Self { issues: vec![issue], truncated: false, is_incomplete: false }
    }
}

/// As in Python, what validation finds is a `ValueError`.
impl From<ValidationError> for Error {
    fn from(error: ValidationError) -> Self {
        Self::value_error(error.to_string()).with_source(error)
    }
}

impl fmt::Display for ValidationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.display_with(&English).fmt(f)
    }
}

impl StdError for ValidationError {}

struct DisplayWith<'a> {
    error: &'a ValidationError,
    messages: &'a dyn Messages,
}

impl fmt::Display for DisplayWith<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, between) = if f.alternate() { ("\n  ", "\n  ") } else { (" ", "; ") };
        f.write_str("Validation errors:")?;
        for (i, issue) in self.error.issues.iter().enumerate() {
            f.write_str(if i == 0 { first } else { between })?;
            write_with(f, issue, self.messages)?;
        }
        if self.error.truncated {
            write!(f, "{between}and more")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report() -> ValidationError {
        let mut report = Report::new();
        report.push(Issue::new("check").at("email"));
        report.push(Issue::new("min_value").with_param("limit", 0).at("age"));
        report.push(Issue::new("missing").at("zip").at("addr"));
        report.push(Issue::check("is odd").at("age"));
        report.finish().unwrap_err()
    }

    #[test]
    fn a_report_is_told_on_one_line_or_on_many() {
        let error = report();
        let line =
            "Validation errors: email: validation failed; age: must be at least 0; addr.zip: required; age: is odd";
        assert_eq!(error.to_string(), line);
        let lines = "Validation errors:\n  email: validation failed\n  age: must be at least 0\n  addr.zip: required\n  age: is odd";
        assert_eq!(format!("{error:#}"), lines);
    }

    #[test]
    fn a_report_is_seen_from_outside() {
        assert_eq!(report().prefixed(0).issues()[0].path().to_string(), "[0].email");
    }

    #[test]
    fn a_report_keeps_the_first_faults_and_tells_of_more() {
        let mut report = Report::with_max_issues(2);
        for code in ["a", "b", "c"] {
            report.push(Issue::new(code));
        }
        assert_eq!((report.len(), report.is_empty()), (2, false));
        let error = report.finish().unwrap_err();
        assert!(error.truncated());
        assert_eq!(error.to_string(), "Validation errors: validation failed; validation failed; and more");
        assert!(Report::new().finish().is_ok());
    }

    #[test]
    fn a_report_is_a_value_error() {
        let error = Error::from(report());
        assert_eq!(error.kind(), crate::ErrorKind::ValueError);
        assert!(error.to_string().starts_with("Validation errors: email"));
        let source = StdError::source(&error).and_then(|source| source.downcast_ref::<ValidationError>());
        assert_eq!(source.map(|error| error.issues().len()), Some(4));
    }
}
