//! `one_of`: one of several values.

use super::Constraint;
use crate::spec::{List, Literal, TypeSpec};
use crate::validate::Issue;
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
        self.0.iter().any(|literal| super::is_literal(value, literal))
    }
}

impl Constraint for OneOf {
    const KEY: &'static str = "one_of";

    fn text(_: &Issue) -> &'static str {
        "must be one of {allowed!r}"
    }

    fn fits(ty: &TypeSpec) -> bool {
        super::has_literals(ty)
    }

    fn holds(&self, value: &Value) -> bool {
        self.check(value)
    }

    fn issue(&self, _: &Value) -> Issue {
        Issue::new(Self::KEY).with_param("allowed", self.0.iter().map(Value::from).collect::<value::List>())
    }
}
