//! `time`: a full-time of RFC 3339.

use super::number;

const HOURS: u32 = 24;
const MINUTES: u32 = 60;
const MINUTES_OF_DAY: u32 = HOURS * MINUTES;

/// `full-time = partial-time time-offset` (5.6).
pub(super) fn check(text: &str) -> bool {
    is_time(text.as_bytes()).unwrap_or(false)
}

/// `None` where there is no number.
fn is_time(text: &[u8]) -> Option<bool> {
    let [h1, h2, b':', m1, m2, b':', s1, s2, rest @ ..] = text else { return None };
    let minutes = minutes([*h1, *h2], [*m1, *m2])?;
    let offset = offset(without_fraction(rest)?)?;
    let second = number([*s1, *s2])?;
    // A leap second ends a day of UTC (5.7). The offset is what the local time is ahead, modulo a day.
    let is_last_minute = (minutes + MINUTES_OF_DAY - offset) % MINUTES_OF_DAY == MINUTES_OF_DAY - 1;
    Some(second < 60 || second == 60 && is_last_minute)
}

/// The minutes of a day up to `hh:mm`.
fn minutes(hour: [u8; 2], minute: [u8; 2]) -> Option<u32> {
    let (hour, minute) = (number(hour)?, number(minute)?);
    (hour < HOURS && minute < MINUTES).then_some(hour * MINUTES + minute)
}

/// What follows `time-secfrac = "." 1*DIGIT`, which may be missing.
fn without_fraction(text: &[u8]) -> Option<&[u8]> {
    let [b'.', digits @ ..] = text else { return Some(text) };
    let end = digits.iter().position(|byte| !byte.is_ascii_digit())?;
    if end == 0 { None } else { digits.get(end..) }
}

/// `time-offset = "Z" / time-numoffset`, in minutes ahead of UTC, modulo a day.
fn offset(text: &[u8]) -> Option<u32> {
    match *text {
        [b'Z' | b'z'] => Some(0),
        [b'+', h1, h2, b':', m1, m2] => minutes([h1, h2], [m1, m2]),
        [b'-', h1, h2, b':', m1, m2] => Some((MINUTES_OF_DAY - minutes([h1, h2], [m1, m2])?) % MINUTES_OF_DAY),
        _ => None,
    }
}
