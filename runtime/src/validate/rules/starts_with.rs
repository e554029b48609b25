//! `starts_with`: text that begins with another.

use super::family::text_with;

text_with! {
    /// Text that begins with another.
    ///
    /// ```
    /// use metaclass::spec::Text;
    /// use metaclass::validate::rules::StartsWith;
    ///
    /// let rule = StartsWith::new(Text::new("ab"));
    /// assert!(rule.check("abc") && !rule.check("cab"));
    /// ```
    StartsWith "starts_with", "pattern" "^{}", "must start with {expected!r}", |text, expected| text.starts_with(expected)
}
