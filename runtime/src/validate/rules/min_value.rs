//! `min_value`: a number that is at least the limit.

use super::family::limit_of_number;

limit_of_number! {
    /// A number at least the limit; integers and floats are compared exactly.
    ///
    /// ```
    /// use metaclass::validate::Number;
    /// use metaclass::validate::rules::MinValue;
    ///
    /// let rule = MinValue::new(Number::Int(3));
    /// assert!(rule.check(3.0) && !rule.check(2.9) && !rule.check(f64::NAN));
    /// ```
    MinValue "min_value", "minimum", "must be at least {limit!r}", >=
}
