//! `time`: a full-time of RFC 3339.

use super::number;

const HOURS: i32 = 24;
const MINUTES: i32 = 60;
const MINUTES_OF_DAY: i32 = HOURS * MINUTES;

/// `full-time = partial-time time-offset` (5.6). A leap second ends a day of UTC (5.7).
pub(super) fn check(text: &str) -> bool {
    read(text).is_some_and(|time| time.leap_second.is_none_or(|day| day.is_some()))
}

/// What a date has to know of a time.
pub(super) struct Time {
    /// The day of UTC that a leap second ends, if it is one: 0 for that of the date, -1 for the day before; `None` within
    /// if it ends none.
    pub(super) leap_second: Option<Option<i32>>,
}

/// The time; `None` if it is none.
pub(super) fn read(text: &str) -> Option<Time> {
    let [h1, h2, b':', m1, m2, b':', s1, s2, rest @ ..] = text.as_bytes() else { return None };
    let minutes = minutes([*h1, *h2], [*m1, *m2])?;
    let offset = offset(without_fraction(rest)?)?;
    let second = number([*s1, *s2])?;
    let utc = minutes - offset;
    let ends_day = utc.rem_euclid(MINUTES_OF_DAY) == MINUTES_OF_DAY - 1;
    match second {
        0..60 => Some(Time { leap_second: None }),
        60 => Some(Time { leap_second: Some(ends_day.then(|| utc.div_euclid(MINUTES_OF_DAY))) }),
        _ => None,
    }
}

/// The minutes of a day up to `hh:mm`.
fn minutes(hour: [u8; 2], minute: [u8; 2]) -> Option<i32> {
    let (hour, minute) = (i32::try_from(number(hour)?).ok()?, i32::try_from(number(minute)?).ok()?);
    (hour < HOURS && minute < MINUTES).then_some(hour * MINUTES + minute)
}

/// What follows `time-secfrac = "." 1*DIGIT`, which may be missing.
fn without_fraction(text: &[u8]) -> Option<&[u8]> {
    let [b'.', digits @ ..] = text else { return Some(text) };
    let end = digits.iter().position(|byte| !byte.is_ascii_digit())?;
    if end == 0 { None } else { digits.get(end..) }
}

/// `time-offset = "Z" / time-numoffset`, in minutes ahead of UTC.
fn offset(text: &[u8]) -> Option<i32> {
    match *text {
        [b'Z' | b'z'] => Some(0),
        [b'+', h1, h2, b':', m1, m2] => minutes([h1, h2], [m1, m2]),
        [b'-', h1, h2, b':', m1, m2] => minutes([h1, h2], [m1, m2]).map(|minutes| -minutes),
        _ => None,
    }
}
