//! `alphanumeric`: text of letters and digits only, as Unicode has them.

use super::family::text_of;

text_of! {
    /// Text of letters and digits only, as Unicode has them.
    ///
    /// ```
    /// use metaclass::validate::rules::Alphanumeric;
    ///
    /// assert!(Alphanumeric.check("é1") && !Alphanumeric.check("a b"));
    /// ```
    Alphanumeric "alphanumeric", r"^[\p{Alphabetic}\p{N}]*$", "must be letters and digits", |text| text.chars().all(char::is_alphanumeric)
}
