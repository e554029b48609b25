//! `keys(..)`: rules for the keys of a dict.

use super::family::rules_within;

rules_within! {
    /// Rules for the keys of a dict.
    ///
    /// ```
    /// use metaclass::validate::Rule;
    /// use metaclass::validate::rules::{Keys, MinLength};
    /// use metaclass::value::Dict;
    ///
    /// let rule = Rule::from(Keys::new(vec![Rule::from(MinLength::new(2))].into()));
    /// let issue = rule.check(&Dict::from([("a", 1)]).into()).unwrap();
    /// assert_eq!(issue.to_string(), "['a']: must have at least 2 characters");
    /// ```
    Keys "keys", "propertyNames", crate::validate::Fit::DICT
}
