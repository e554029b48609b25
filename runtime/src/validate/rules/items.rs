//! `items(..)`: rules for the items of a list or the members of a set.

use super::family::rules_within;

rules_within! {
    /// Rules for the items of a list or the members of a set.
    ///
    /// ```
    /// use metaclass::validate::Rule;
    /// use metaclass::validate::rules::{Items, MinLength};
    ///
    /// let rule = Rule::from(Items::new(vec![Rule::from(MinLength::new(2))].into()));
    /// let issue = rule.check(&vec!["ab", "c"].into()).unwrap();
    /// assert_eq!(issue.to_string(), "[1]: must have at least 2 characters");
    /// ```
    Items "items", "items", crate::validate::Fit::ITEMS
}
