//! `date_time`: a date-time of RFC 3339.

use super::{date, time};

/// The length of a full-date, in bytes.
const DATE: usize = 10;

/// `date-time = full-date "T" full-time` (5.6).
pub(super) fn check(text: &str) -> bool {
    let Some((date, rest)) = text.split_at_checked(DATE) else { return false };
    date::check(date) && rest.strip_prefix(['T', 't']).is_some_and(time::check)
}
