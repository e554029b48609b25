//! `finite`: a number that is neither infinite nor a NaN.

use super::Constraint;
use crate::validate::{Fit, Issue, Number, View};
use crate::value::Value;

/// A number that is neither infinite nor a NaN.
///
/// ```
/// use metaclass::validate::rules::Finite;
///
/// assert!(Finite.check(1.0) && !Finite.check(f64::INFINITY) && !Finite.check(f64::NAN));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finite;

impl Finite {
    /// Does the number obey?
    #[must_use]
    pub fn check(self, number: impl Into<Number>) -> bool {
        match number.into() {
            Number::Int(_) => true,
            Number::Float(number) => number.is_finite(),
        }
    }
}

impl Constraint for Finite {
    const KEY: &'static str = "finite";
    const KEYWORD: &'static str = "type";
    const FITS: Fit = Fit::NUMBER;

    fn text(_: &Issue) -> &'static str {
        "must be finite"
    }

    fn holds(&self, view: View<'_>) -> bool {
        match view {
            View::Short(number) => number.is_finite(),
            view => view.as_number().is_none_or(|number| self.check(number)),
        }
    }

    fn issue(&self, _: View<'_>) -> Issue {
        Issue::new(Self::KEY)
    }

    /// JSON has no other numbers.
    fn schema(&self) -> Option<(&'static str, Value)> {
        None
    }
}
