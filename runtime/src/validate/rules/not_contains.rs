//! `not_contains`: text that does not contain another.

use super::family::text_with;

text_with! {
    /// Text that does not contain another.
    ///
    /// ```
    /// use metaclass::spec::Text;
    /// use metaclass::validate::rules::NotContains;
    ///
    /// let rule = NotContains::new(Text::new("ab"));
    /// assert!(rule.check("acb") && !rule.check("cabc"));
    /// ```
    NotContains "not_contains", "not" "{}", "must not contain {expected!r}", |text, expected| !text.contains(expected)
}
