//! `date_time`: RFC 3339, 5.6, `date-time`.

use super::{Case, Format, LONG, accepts, at_limits, refuses, time};

pub(super) const GOOD: &[Case] = &[
    ("5.8: a fraction", "1985-04-12T23:20:50.52Z"),
    ("5.8: an offset", "1996-12-19T16:39:57-08:00"),
    ("5.8: a leap second", "1990-12-31T23:59:60Z"),
    ("5.8: the same leap second behind", "1990-12-31T15:59:60-08:00"),
    ("5.8: an offset of an odd time", "1937-01-01T12:00:27.87+00:20"),
    ("5.6 note: a small t", "1963-06-19t08:30:06Z"),
    ("5.6 note: a small z", "1963-06-19T08:30:06z"),
    ("5.6 note: both", "1963-06-19t08:30:06.283185z"),
    ("5.6 date-time: the first", "0000-01-01T00:00:00Z"),
    ("5.6 date-time: the last", "9999-12-31T23:59:59.999999999Z"),
    ("5.7: a leap second after the last", "9999-12-31T23:59:60Z"),
    ("5.7: a leap second with a fraction", "1998-12-31T15:59:60.123-08:00"),
    ("5.7: a leap second of June", "1997-06-30T23:59:60Z"),
    ("5.7: a leap second ahead, on the next day", "1999-01-01T00:59:60+01:00"),
    ("5.7: a leap second of a month that had none", "2024-02-29T23:59:60Z"),
    ("5.7: a leap second far behind, on the same day", "1998-12-31T00:29:60-23:30"),
    ("appendix C: a leap day", "2024-02-29T00:00:00Z"),
    ("appendix C: a leap day of a century", "2000-02-29T12:30:00+05:30"),
    ("4.3: unknown local offset", "2024-01-01T00:00:00-00:00"),
    ("5.6 time-numoffset: the most", "2024-01-01T00:00:00+23:59"),
    ("5.6 time-numoffset: the least", "2024-01-01T00:00:00-23:59"),
    ("5.6 time-secfrac: one digit", "2024-01-01T00:00:00.0Z"),
    ("5.6 time-secfrac: many digits", "2024-01-01T00:00:00.000000000000000000001Z"),
    ("5.7 date-mday: the last of April", "2024-04-30T23:59:59Z"),
    ("5.7 date-mday: the last of February", "2023-02-28T23:59:59+14:00"),
    ("5.6 date-time: noon", "2024-07-01T12:00:00Z"),
    ("5.6 date-time: before the epoch", "1969-12-31T23:59:59Z"),
];

pub(super) const BAD: &[Case] = &[
    ("5.6 date-time: empty", ""),
    ("5.6 date-time: only a date", "2024-01-01"),
    ("5.6 date-time: a date and T", "2024-01-01T"),
    ("5.6 date-time: only a time", "00:00:00Z"),
    ("5.6 date-time: T and a time", "T00:00:00Z"),
    ("5.6 date-time: no T", "2024-01-0100:00:00Z"),
    ("5.6 note: a space for the T", "2024-01-01 00:00:00Z"),
    ("5.6 note: an underscore for the T", "2024-01-01_00:00:00Z"),
    ("5.6 date-time: two Ts", "2024-01-01TT00:00:00Z"),
    ("5.6 date-time: a space after the T", "2024-01-01T 00:00:00Z"),
    ("5.6 time-offset: missing", "2024-01-01T00:00:00"),
    ("5.6 time-offset: a lonely sign", "2024-01-01T00:00:00+"),
    ("5.6 time-offset: twice", "1963-06-19T08:30:06.28123+01:00Z"),
    ("5.6 time-numoffset: 24 hours", "1990-12-31T15:59:59-24:00"),
    ("5.6 time-numoffset: no colon", "2024-01-01T00:00:00+0100"),
    ("5.6 time-offset: a small letter beside z", "2024-01-01T00:00:00y"),
    ("5.6 date-mday: 31 February", "1990-02-31T15:59:59.123-08:00"),
    ("appendix C: no leap year", "2023-02-29T00:00:00Z"),
    ("appendix C: no leap year of a century", "2100-02-29T00:00:00Z"),
    ("5.6 date-month: 13", "2024-13-01T00:00:00Z"),
    ("5.6 date-month: one digit", "2024-1-01T00:00:00Z"),
    ("5.6 date-fullyear: five digits", "12024-01-01T00:00:00Z"),
    ("5.6 date-fullyear: a sign", "+11963-06-19T08:30:06.283185Z"),
    ("5.6 date-fullyear: two digits", "24-01-01T00:00:00Z"),
    ("5.6 time-hour: 24", "2024-01-01T24:00:00Z"),
    ("5.6 time-minute: 60", "2024-01-01T00:60:00Z"),
    ("5.6 time-second: 61", "1998-12-31T23:59:61Z"),
    ("5.7: a leap second in the middle of a month", "2024-03-03T23:59:60Z"),
    ("5.7: a leap second one day before the end of a month", "2023-02-27T23:59:60Z"),
    ("5.7: a leap second ahead, on the second day", "1999-01-02T00:59:60+01:00"),
    ("5.7: a leap second ahead, in UTC on the day before", "1998-12-31T00:59:60+01:00"),
    ("5.7: a leap second at another minute", "1998-12-31T23:58:60Z"),
    ("5.7: a leap second at another hour", "1998-12-31T22:59:60Z"),
    ("5.7: a leap second behind at another hour", "1998-12-31T23:59:60-08:00"),
    ("5.6 time-secfrac: no digit", "2024-01-01T00:00:00.Z"),
    ("5.6 time-secfrac: a comma", "2024-01-01T00:00:00,5Z"),
    ("5.6 partial-time: no seconds", "2024-01-01T00:00Z"),
    ("ISO 8601: the basic format", "20240101T000000Z"),
    ("ISO 8601: the day of the year", "2013-350T01:01:01Z"),
    ("ISO 8601: the day of a week", "2024-W01-1T00:00:00Z"),
    ("as in America", "06/19/1963 08:30:06 PST"),
    ("RFC 5322 3.3", "Mon, 01 Jan 2024 00:00:00 +0000"),
    ("RFC 9557: a zone in brackets", "2024-01-01T00:00:00Z[UTC]"),
    ("5.6 date-time: a space first", " 2024-01-01T00:00:00Z"),
    ("5.6 date-time: a space last", "2024-01-01T00:00:00Z "),
    ("5.6 date-time: a line break last", "2024-01-01T00:00:00Z\n"),
    ("5.6 date-time: two of them", "2024-01-01T00:00:00Z/2024-01-02T00:00:00Z"),
    ("a null character", "2024-01-01\u{0}00:00:00Z"),
    ("a Bengali digit in the date", "1963-06-1\u{9ea}T00:00:00Z"),
    ("a Bengali digit in the time", "1963-06-11T0\u{9ea}:00:00Z"),
    ("a character across the tenth byte", "1963-06-1\u{9ea}"),
    ("a Cyrillic letter that looks like T", "2024-01-01\u{422}00:00:00Z"),
    ("a full-width Z", "2024-01-01T00:00:00\u{ff3a}"),
];

#[test]
fn date_times_are_accepted() {
    accepts(Format::DateTime, GOOD);
}

#[test]
fn what_is_no_date_time_is_refused() {
    refuses(Format::DateTime, BAD);
}

#[test]
fn its_time_is_one_of_the_format_time() {
    // Where a leap second is told ahead of UTC, the next month has begun.
    let is_ahead = |text: &str| text.contains(":60") && text.contains('+') && !text.ends_with("+00:00");
    let day = |text: &str| if is_ahead(text) { "2024-03-01" } else { "2024-02-29" };
    let joined = |(clause, text): &Case, expected| (*clause, format!("{}T{text}", day(text)), expected);
    let good = time::GOOD.iter().map(|case| joined(case, true));
    let bad = time::BAD.iter().map(|case| joined(case, false));
    at_limits(Format::DateTime, &good.chain(bad).collect::<Vec<_>>());
}

#[test]
fn a_fraction_may_be_long() {
    let digits = "1".repeat(LONG);
    at_limits(
        Format::DateTime,
        &[
            ("5.6 time-secfrac: 1*DIGIT", format!("2024-01-01T00:00:00.{digits}Z"), true),
            ("5.6 time-offset: missing", format!("2024-01-01T00:00:00.{digits}"), false),
        ],
    );
}
