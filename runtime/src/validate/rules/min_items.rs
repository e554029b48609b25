//! `min_items`: a list or set that has not too few items.

use super::family::limit_of_count;

limit_of_count! {
    /// A list or set of at least so many items.
    ///
    /// ```
    /// use metaclass::validate::rules::MinItems;
    ///
    /// assert!(MinItems::new(2).check(2) && !MinItems::new(2).check(1));
    /// ```
    MinItems "min_items", "minItems", "must have at least {limit} item{limit!s}", crate::validate::Fit::ITEMS, super::items, |number, limit| number >= limit
}
