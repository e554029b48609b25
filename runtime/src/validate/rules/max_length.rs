//! `max_length`: text that is not too long.

use super::family::limit_of_length;

limit_of_length! {
    /// Text of at most so many characters (Unicode scalar values), or of another unit.
    ///
    /// ```
    /// use metaclass::validate::Unit;
    /// use metaclass::validate::rules::MaxLength;
    ///
    /// assert!(MaxLength::new(3).check("é€a") && !MaxLength::new(3).check("abcd"));
    /// assert!(!MaxLength::new(1).with_unit(Unit::Utf16).check("😀"));
    /// ```
    MaxLength "max_length", "maxLength", "x-max-length", "most", is_at_most
}
