//! `values(..)`: rules for the values of a dict.

use super::family::rules_within;

rules_within! {
    /// Rules for the values of a dict.
    ///
    /// ```
    /// use metaclass::validate::Rule;
    /// use metaclass::validate::rules::{MinLength, Values};
    /// use metaclass::value::Dict;
    ///
    /// let rule = Rule::from(Values::new(vec![Rule::from(MinLength::new(2))].into()));
    /// let issue = rule.check(&Dict::from([("a", "b")]).into()).unwrap();
    /// assert_eq!(issue.to_string(), "['a']: must have at least 2 characters");
    /// ```
    Values "values", "additionalProperties", crate::validate::Fit::DICT
}
