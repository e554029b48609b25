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
    Ascii "ascii", "pattern", "must be ASCII", |text| text.is_ascii()
}
