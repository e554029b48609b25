//! `ascii`: text of ASCII characters only.

use super::family::text_of;

text_of! {
    /// Text of ASCII characters only.
    ///
    /// ```
    /// use metaclass::validate::rules::Ascii;
    ///
    /// assert!(Ascii.check("a b") && !Ascii.check("é"));
    /// ```
    Ascii "ascii", r"^[\x00-\x7F]*$", "must be ASCII", |text| text.is_ascii()
}
