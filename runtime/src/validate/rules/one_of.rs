//! `one_of`: one of several values.

use super::Constraint;
use crate::spec::{List, Literal};
use crate::validate::params::Source;
use crate::validate::{Fit, Issue, View};
use crate::value::{self, Value};

/// One of several values; equality is Python's, but a truth value is no number.
///
/// ```
/// use metaclass::spec::{Literal, Text};
/// use metaclass::validate::rules::OneOf;
///
/// let rule = OneOf::new(vec![Literal::Str(Text::new("red")), Literal::Int(1)].into());
/// assert!(rule.check(&"red".into()) && !rule.check(&"blue".into()) && !rule.check(&true.into()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneOf(List<Literal>);

impl OneOf {
    /// One of these.
    #[must_use]
    pub const fn new(allowed: List<Literal>) -> Self {
        Self(allowed)
    }

    /// The values.
    #[must_use]
    pub fn allowed(&self) -> &[Literal] {
        &self.0
    }

    /// Is it one of them?
    #[must_use]
    pub fn check(&self, value: &Value) -> bool {
        self.0.iter().any(|literal| View::of(value).is_literal(literal))
    }
}

impl Constraint for OneOf {
    const KEY: &'static str = "one_of";
    const KEYWORD: &'static str = "enum";
    const FITS: Fit = Fit::LITERAL;

    fn text(_: &Issue) -> &'static str {
        "must be one of {allowed!r}"
    }

    #[inline]
    fn holds(&self, view: View<'_>) -> bool {
        self.0.iter().any(|literal| view.is_literal(literal))
    }

    fn issue(&self, _: View<'_>) -> Issue {
        Issue::of_code(Self::KEY, || Source::Allowed(self.0.clone()).into())
    }

    fn schema(&self) -> Option<(&'static str, Value)> {
        // No text of JSON is infinite or a NaN.
        let is_json = |value: &Value| value.as_float().is_none_or(f64::is_finite);
        let allowed: value::List = self.0.iter().map(Value::from).filter(is_json).collect();
        Some((Self::KEYWORD, allowed.into()))
    }
}
