//! `max_properties`: a dict that has not too many entries.

use super::family::limit_of_count;

limit_of_count! {
    /// A dict of at most so many entries.
    ///
    /// ```
    /// use metaclass::validate::rules::MaxProperties;
    ///
    /// assert!(MaxProperties::new(2).check(2) && !MaxProperties::new(2).check(3));
    /// ```
    MaxProperties "max_properties", "maxProperties", "must have at most {limit} propert{limit!y}", crate::validate::Fit::DICT, crate::validate::View::as_entries, |number, limit| number <= limit
}
