//! `date_time`: a date-time of RFC 3339.

use super::{date, time};

/// The length of a full-date, in bytes.
const DATE: usize = 10;

/// `date-time = full-date "T" full-time` (5.6).
pub(super) fn check(text: &str) -> bool {
    let Some((date, rest)) = text.split_at_checked(DATE) else { return false };
    let time = rest.strip_prefix(['T', 't']).and_then(time::read);
    let (Some((day, days)), Some(time)) = (date::read(date), time) else { return false };
    // A leap second ends a month of UTC (5.7); ahead of that, the next month has begun.
    match time.leap_second {
        None => true,
        Some(Some(-1)) => day == 1,
        Some(Some(_)) => day == days,
        Some(None) => false,
    }
}
