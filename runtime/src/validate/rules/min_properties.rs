//! `min_properties`: a dict that has not too few entries.

use super::family::limit_of_count;

limit_of_count! {
    /// A dict of at least so many entries.
    ///
    /// ```
    /// use metaclass::validate::rules::MinProperties;
    ///
    /// assert!(MinProperties::new(2).check(2) && !MinProperties::new(2).check(1));
    /// ```
    MinProperties "min_properties", "minProperties", "must have at least {limit} propert{limit!y}", crate::validate::Fit::DICT, crate::validate::View::as_entries, |number, limit| number >= limit
}
