//! `lowercase`: text without an uppercase letter, as Unicode has them.

use super::family::text_of;

text_of! {
    /// Text without an uppercase letter, as Unicode has them.
    ///
    /// ```
    /// use metaclass::validate::rules::Lowercase;
    ///
    /// assert!(Lowercase.check("a1 é") && !Lowercase.check("aB"));
    /// ```
    Lowercase "lowercase", r"^\P{Uppercase}*$", "must be lowercase", |text| !text.chars().any(char::is_uppercase)
}
