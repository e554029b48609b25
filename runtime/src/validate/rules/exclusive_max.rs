//! `exclusive_max`: a number that is less than the limit.

use super::family::limit_of_number;

limit_of_number! {
    /// A number less than the limit; integers and floats are compared exactly.
    ///
    /// ```
    /// use metaclass::validate::Number;
    /// use metaclass::validate::rules::ExclusiveMax;
    ///
    /// let rule = ExclusiveMax::new(Number::Int(3));
    /// assert!(rule.check(2.9) && !rule.check(3.0) && !rule.check(f64::NAN));
    /// ```
    ExclusiveMax "exclusive_max", "exclusiveMaximum", "must be less than {limit!r}", <
}
