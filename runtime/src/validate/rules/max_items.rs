//! `max_items`: a list or set that has not too many items.

use super::family::limit_of_count;

limit_of_count! {
    /// A list or set of at most so many items.
    ///
    /// ```
    /// use metaclass::validate::rules::MaxItems;
    ///
    /// assert!(MaxItems::new(2).check(2) && !MaxItems::new(2).check(3));
    /// ```
    MaxItems "max_items", "maxItems", "must have at most {limit} item{limit!s}", crate::validate::Fit::ITEMS, super::items, |number, limit| number <= limit
}
