//! `contains`: text that contains another.

use super::family::text_with;

text_with! {
    /// Text that contains another.
    ///
    /// ```
    /// use metaclass::spec::Text;
    /// use metaclass::validate::rules::Contains;
    ///
    /// let rule = Contains::new(Text::new("ab"));
    /// assert!(rule.check("cabc") && !rule.check("acb"));
    /// ```
    Contains "contains", "pattern" "{}", "must contain {expected!r}", |text, expected| text.contains(expected)
}
