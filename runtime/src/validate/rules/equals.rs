//! `equals`: one value only.

use super::Constraint;
use crate::spec::{Literal, TypeSpec};
use crate::validate::Issue;
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
        super::is_literal(value, &self.0)
    }
}

impl Constraint for Equals {
    const KEY: &'static str = "equals";

    fn text(_: &Issue) -> &'static str {
        "must be {expected!r}"
    }

    fn fits(ty: &TypeSpec) -> bool {
        super::has_literals(ty)
    }

    fn holds(&self, value: &Value) -> bool {
        self.check(value)
    }

    fn issue(&self, _: &Value) -> Issue {
        Issue::new(Self::KEY).with_param("expected", &self.0)
    }
}
