//! `duration`: RFC 3339, appendix A, `duration`.

use super::{Case, Format, LONG, accepts, at_limits, refuses};

pub(super) const GOOD: &[Case] = &[
    ("duration: all but months and seconds of a run", "P4DT12H30M5S"),
    ("dur-year: alone", "P4Y"),
    ("dur-year: with months", "P1Y2M"),
    ("dur-year: with months and days", "P1Y2M3D"),
    ("dur-month: alone", "P1M"),
    ("dur-month: with days", "P1M2D"),
    ("dur-day: alone", "P1D"),
    ("dur-week: alone", "P2W"),
    ("dur-week: many digits", "P123456789W"),
    ("dur-hour: alone", "PT36H"),
    ("dur-hour: with minutes", "PT1H30M"),
    ("dur-hour: with minutes and seconds", "PT1H30M5S"),
    ("dur-minute: alone", "PT1M"),
    ("dur-minute: with seconds", "PT1M30S"),
    ("dur-second: alone", "PT1S"),
    ("dur-date: all, and a whole time", "P1Y2M3DT4H5M6S"),
    ("dur-date: days and hours", "P1DT12H"),
    ("dur-date: years and seconds", "P1YT1S"),
    ("dur-date: months, and minutes", "P1MT1M"),
    ("dur-date: days, and minutes and seconds", "P1DT1M1S"),
    ("dur-date: months and days, and seconds", "P2M10DT5S"),
    ("1*DIGIT: zero seconds", "PT0S"),
    ("1*DIGIT: zero days", "P0D"),
    ("1*DIGIT: zero weeks", "P0W"),
    ("1*DIGIT: leading zeros", "P0001Y"),
    ("1*DIGIT: zeros everywhere", "P0Y0M0DT0H0M0S"),
    ("1*DIGIT: beyond 64 bits", "P99999999999999999999Y"),
    ("dur-month: more than a year has", "P25M"),
];

pub(super) const BAD: &[Case] = &[
    ("duration: empty", ""),
    ("duration: only P", "P"),
    ("dur-time: only T", "PT"),
    ("dur-time: nothing after T", "P1YT"),
    ("dur-time: nothing after T, twice", "P1DT"),
    ("duration: no P", "1Y"),
    ("duration: no P before T", "T1H"),
    ("duration: a small p", "p1Y"),
    ("dur-year: a small letter", "P1y"),
    ("dur-time: a small letter", "Pt1H"),
    ("dur-second: no T", "P2S"),
    ("dur-hour: no T", "P1H"),
    ("dur-day: after T", "PT1D"),
    ("dur-year: after T", "PT1Y"),
    ("dur-week: after T", "PT1W"),
    ("dur-week: with years", "P1Y2W"),
    ("dur-week: with days", "P1W1D"),
    ("dur-week: with a time", "P1WT1H"),
    ("dur-week: twice", "P1W1W"),
    ("dur-week: no number", "PW"),
    ("dur-date: out of order", "P1D2M"),
    ("dur-date: years last", "P2D1Y"),
    ("dur-date: months before years", "P1M1Y"),
    ("dur-time: out of order", "PT1S1H"),
    ("dur-time: minutes before hours", "PT5M1H"),
    ("duration: time before date", "PT1H1D"),
    ("dur-year: days without months", "P1Y2D"),
    ("dur-hour: seconds without minutes", "PT1H2S"),
    ("dur-year: twice", "P1Y1Y"),
    ("dur-hour: twice", "PT1H1H"),
    ("duration: T twice", "PT1HT1M"),
    ("duration: P twice", "PP1Y"),
    ("1*DIGIT: no number", "PY"),
    ("1*DIGIT: no number after T", "PTS"),
    ("1*DIGIT: no unit", "P1"),
    ("1*DIGIT: no unit after T", "PT1"),
    ("1*DIGIT: no unit at the end", "P1Y2"),
    ("1*DIGIT: a fraction", "P1.5D"),
    ("1*DIGIT: a fraction of the last", "PT1.5S"),
    ("1*DIGIT: a fraction with a comma", "PT1,5S"),
    ("1*DIGIT: a minus", "P-1D"),
    ("1*DIGIT: a plus", "P+1D"),
    ("1*DIGIT: an exponent", "P1E2D"),
    ("duration: a sign", "-P1D"),
    ("duration: an unknown unit", "P1X"),
    ("duration: an unknown unit after T", "PT1X"),
    ("duration: a space first", " P1D"),
    ("duration: a space last", "P1D "),
    ("duration: a space within", "P1 D"),
    ("duration: a space before T", "P1D T1H"),
    ("duration: a line break last", "P1D\n"),
    ("ISO 8601 4.4.3.3: the alternative format", "P0001-02-03T04:05:06"),
    ("5.6: a time", "12:00:00"),
    ("period-explicit", "2024-01-01T00:00:00Z/P1D"),
    ("a null character", "P1D\u{0}"),
    ("a Bengali digit", "P\u{9e8}Y"),
    ("a full-width digit", "P\u{ff11}D"),
    ("a Cyrillic letter that looks like H", "PT1\u{41d}"),
    ("a Greek letter that looks like P", "\u{3a1}1D"),
];

#[test]
fn durations_are_accepted() {
    accepts(Format::Duration, GOOD);
}

#[test]
fn what_is_no_duration_is_refused() {
    refuses(Format::Duration, BAD);
}

#[test]
fn a_number_may_be_long() {
    let digits = "1".repeat(LONG);
    at_limits(
        Format::Duration,
        &[
            ("1*DIGIT", format!("P{digits}D"), true),
            ("1*DIGIT: weeks", format!("P{digits}W"), true),
            ("1*DIGIT: no unit", format!("P{digits}"), false),
            ("many units", format!("P{}", "1D".repeat(LONG / 2)), false),
        ],
    );
}
