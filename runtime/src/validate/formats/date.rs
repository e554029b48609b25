//! `date`: a full-date of RFC 3339.

use super::number;

/// `full-date = date-fullyear "-" date-month "-" date-mday` (5.6).
pub(super) fn check(text: &str) -> bool {
    read(text).is_some()
}

/// The day of the month, and how many that has; `None` if it is no date.
pub(super) fn read(text: &str) -> Option<(u32, u32)> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text.as_bytes() else { return None };
    let (year, month, day) = (number([y1, y2, y3, y4])?, number([m1, m2])?, number([d1, d2])?);
    let days = days(year, month);
    (1..=days).contains(&day).then_some((day, days))
}

/// How many days the month has (5.7); none if there is no such month.
const fn days(year: u32, month: u32) -> u32 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// Appendix C.
const fn is_leap(year: u32) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}
