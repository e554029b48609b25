//! `ends_with`: text that ends with another.

use super::family::text_with;

text_with! {
    /// Text that ends with another.
    ///
    /// ```
    /// use metaclass::spec::Text;
    /// use metaclass::validate::rules::EndsWith;
    ///
    /// let rule = EndsWith::new(Text::new("ab"));
    /// assert!(rule.check("cab") && !rule.check("abc"));
    /// ```
    EndsWith "ends_with", "pattern" "{}$", "must end with {expected!r}", |text, expected| text.ends_with(expected)
}
