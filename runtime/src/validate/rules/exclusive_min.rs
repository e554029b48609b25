//! `exclusive_min`: a number that is greater than the limit.

use super::family::limit_of_number;

limit_of_number! {
    /// A number greater than the limit; integers and floats are compared exactly.
    ///
    /// ```
    /// use metaclass::validate::Number;
    /// use metaclass::validate::rules::ExclusiveMin;
    ///
    /// let rule = ExclusiveMin::new(Number::Int(3));
    /// assert!(rule.check(3.1) && !rule.check(3.0) && !rule.check(f64::NAN));
    /// ```
    ExclusiveMin "exclusive_min", "exclusiveMinimum", "must be greater than {limit!r}", >
}
