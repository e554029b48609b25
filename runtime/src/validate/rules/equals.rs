//! `equals`: one value only.

use super::Constraint;
use crate::spec::Literal;
use crate::validate::{Fit, Issue, View};
use crate::value::Value;

/// One value only; equality is Python's, but a truth value is no number.
///
/// ```
/// use metaclass::spec::Literal;
/// use metaclass::validate::rules::Equals;
///
/// let rule = Equals::new(Literal::Int(1));
/// assert!(rule.check(&1.0.into()) && !rule.check(&2.into()) && !rule.check(&true.into()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equals(Literal);

impl Equals {
    /// This value.
    #[must_use]
    pub const fn new(expected: Literal) -> Self {
        Self(expected)
    }

    /// The value.
    #[must_use]
    pub const fn expected(&self) -> &Literal {
        &self.0
    }

    /// Is it that value?
    #[must_use]
    pub fn check(&self, value: &Value) -> bool {
        View::of(value).is_literal(&self.0)
    }
}

impl Constraint for Equals {
    const KEY: &'static str = "equals";
    const KEYWORD: &'static str = "const";
    const FITS: Fit = Fit::LITERAL;

    fn text(_: &Issue) -> &'static str {
        "must be {expected!r}"
    }

    fn holds(&self, view: View<'_>) -> bool {
        view.is_literal(&self.0)
    }

    fn issue(&self, _: View<'_>) -> Issue {
        Issue::new(Self::KEY).with_param("expected", &self.0)
    }

    fn schema(&self) -> Option<(&'static str, Value)> {
        Some((Self::KEYWORD, (&self.0).into()))
    }
}
