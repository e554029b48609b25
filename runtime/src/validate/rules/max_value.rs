//! `max_value`: a number that is at most the limit.

use super::family::limit_of_number;

limit_of_number! {
    /// A number at most the limit; integers and floats are compared exactly.
    ///
    /// ```
    /// use metaclass::validate::Number;
    /// use metaclass::validate::rules::MaxValue;
    ///
    /// let rule = MaxValue::new(Number::Int(3));
    /// assert!(rule.check(3.0) && !rule.check(3.1) && !rule.check(f64::NAN));
    /// ```
    MaxValue "max_value", "maximum", "must be at most {limit!r}", <=
}
