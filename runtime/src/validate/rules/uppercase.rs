//! `uppercase`: text without a lowercase letter, as Unicode has them.

use super::family::text_of;

text_of! {
    /// Text without a lowercase letter, as Unicode has them.
    ///
    /// ```
    /// use metaclass::validate::rules::Uppercase;
    ///
    /// assert!(Uppercase.check("A1 É") && !Uppercase.check("Ab"));
    /// ```
    Uppercase "uppercase", r"^\P{Lowercase}*$", "must be uppercase", |text| !text.chars().any(char::is_lowercase)
}
