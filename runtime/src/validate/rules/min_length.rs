//! `min_length`: text that is not too short.

use super::family::limit_of_length;

limit_of_length! {
    /// Text of at least so many characters (Unicode scalar values), or of another unit.
    ///
    /// ```
    /// use metaclass::validate::Unit;
    /// use metaclass::validate::rules::MinLength;
    ///
    /// assert!(MinLength::new(3).check("abc") && !MinLength::new(3).check("é€"));
    /// assert!(MinLength::new(5).with_unit(Unit::Bytes).check("é€"));
    /// ```
    MinLength "min_length", "minLength", "x-min-length", "least", is_at_least
}
