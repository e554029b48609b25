//! `time`: RFC 3339, 5.6, `full-time`.

use super::{Case, Format, LONG, accepts, at_limits, refuses};

pub(super) const GOOD: &[Case] = &[
    ("5.6 full-time", "08:30:06Z"),
    ("5.6 full-time: the first", "00:00:00Z"),
    ("5.6 full-time: the last", "23:59:59Z"),
    ("5.6 note: a small z", "08:30:06z"),
    ("5.6 time-secfrac: one digit", "08:30:06.5Z"),
    ("5.6 time-secfrac: six digits", "08:30:06.283185Z"),
    ("5.6 time-secfrac: many digits", "08:30:06.12345678901234567890Z"),
    ("5.6 time-secfrac: zeros", "08:30:06.000Z"),
    ("5.6 time-secfrac: with an offset", "08:30:06.5+01:00"),
    ("5.6 time-numoffset: ahead", "08:30:06+00:20"),
    ("5.6 time-numoffset: behind", "08:30:06-08:00"),
    ("5.6 time-numoffset: none", "08:30:06+00:00"),
    ("4.3: unknown local offset", "08:30:06-00:00"),
    ("5.6 time-numoffset: the most", "08:30:06+23:59"),
    ("5.6 time-numoffset: the least", "08:30:06-23:59"),
    ("5.6 time-numoffset: three quarters", "08:30:06+05:45"),
    ("5.7: a leap second", "23:59:60Z"),
    ("5.7: a leap second with a small z", "23:59:60z"),
    ("5.7: a leap second with a fraction", "23:59:60.999Z"),
    ("5.7: a leap second without an offset from UTC", "23:59:60+00:00"),
    ("5.7: a leap second, unknown local offset", "23:59:60-00:00"),
    ("5.7: a leap second ahead", "01:29:60+01:30"),
    ("5.7: a leap second far ahead", "23:29:60+23:30"),
    ("5.7: a leap second behind", "15:59:60-08:00"),
    ("5.7: a leap second far behind", "00:29:60-23:30"),
    ("5.7: a leap second one minute ahead", "00:00:60+00:01"),
    ("5.7: a leap second one minute behind", "23:58:60-00:01"),
    ("5.7: a leap second with fraction and offset", "18:59:60.1-05:00"),
];

pub(super) const BAD: &[Case] = &[
    ("5.6 full-time: empty", ""),
    ("5.6 time-hour: 24", "24:00:00Z"),
    ("5.6 time-hour: 99", "99:00:00Z"),
    ("5.6 time-minute: 60", "00:60:00Z"),
    ("5.6 time-second: 61", "00:00:61Z"),
    ("5.6 time-second: 61 at the end of the day", "23:59:61Z"),
    ("5.7: a leap second at another hour", "22:59:60Z"),
    ("5.7: a leap second at another minute", "23:58:60Z"),
    ("5.7: a leap second at midnight", "00:00:60Z"),
    ("5.7: a leap second at another hour, no offset from UTC", "22:59:60+00:00"),
    ("5.7: a leap second ahead at another hour", "23:59:60+01:00"),
    ("5.7: a leap second ahead at another minute", "23:59:60+00:30"),
    ("5.7: a leap second behind at another hour", "23:59:60-01:00"),
    ("5.7: a leap second behind at another minute", "23:59:60-00:30"),
    ("5.6 time-offset: missing", "12:00:00"),
    ("5.6 time-offset: missing after a fraction", "12:00:00.52"),
    ("5.6 time-numoffset: 24 hours", "01:02:03+24:00"),
    ("5.6 time-numoffset: 24 hours behind", "01:02:03-24:00"),
    ("5.6 time-numoffset: 60 minutes", "01:02:03+00:60"),
    ("5.6 time-numoffset: no colon", "01:02:03+0130"),
    ("5.6 time-numoffset: hours only", "01:02:03+01"),
    ("5.6 time-numoffset: one digit", "01:02:03-8:00"),
    ("5.6 time-numoffset: three digits", "08:30:06-8:000"),
    ("5.6 time-numoffset: seconds", "01:02:03+01:30:00"),
    ("5.6 time-numoffset: no sign", "01:02:03 01:30"),
    ("5.6 time-offset: twice", "01:02:03Z+00:30"),
    ("5.6 time-offset: Z twice", "01:02:03ZZ"),
    ("5.6 time-offset: the name of a zone", "08:30:06 PST"),
    ("RFC 9557: a zone in brackets", "08:30:06Z[UTC]"),
    ("5.6 time-offset: a minus sign", "08:30:06\u{2212}08:00"),
    ("5.6 time-hour: one digit", "8:30:06Z"),
    ("5.6 time-minute: one digit", "08:3:06Z"),
    ("5.6 time-second: one digit", "08:30:6Z"),
    ("5.6 time-second: three digits", "08:30:006Z"),
    ("5.6 partial-time: no seconds", "08:30Z"),
    ("ISO 8601: no colons", "083006Z"),
    ("5.6 partial-time: dots", "08.30.06Z"),
    ("5.6 time-secfrac: no digit", "08:30:06.Z"),
    ("5.6 time-secfrac: a comma", "08:30:06,5Z"),
    ("5.6 time-secfrac: two points", "08:30:06.5.5Z"),
    ("5.6 time-secfrac: a letter", "08:30:06.5aZ"),
    ("5.6 time-secfrac: a sign", "08:30:06.-5Z"),
    ("5.6 full-time: an hour of twelve", "08:30:06 am"),
    ("5.6 full-time: T before it", "T08:30:06Z"),
    ("5.6 full-time: a date before it", "1963-06-19T08:30:06Z"),
    ("5.6 full-time: a sign", "-8:30:06Z"),
    ("5.6 full-time: a space first", " 08:30:06Z"),
    ("5.6 full-time: a space last", "08:30:06Z "),
    ("5.6 full-time: a space before the offset", "08:30:06 Z"),
    ("5.6 full-time: a line break last", "08:30:06Z\n"),
    ("5.6 full-time: letters", "hh:mm:ssZ"),
    ("5.6 full-time: only an offset", "Z"),
    ("a null character", "08:30:0\u{0}Z"),
    ("a Bengali digit", "1\u{9e8}:00:00Z"),
    ("a Bengali digit in the fraction", "08:30:06.\u{9e8}Z"),
    ("a Bengali digit in the offset", "08:30:06+0\u{9e8}:00"),
    ("a full-width colon", "08\u{ff1a}30:06Z"),
];

#[test]
fn times_are_accepted() {
    accepts(Format::Time, GOOD);
}

#[test]
fn what_is_no_time_is_refused() {
    refuses(Format::Time, BAD);
}

/// Whatever the offset, one minute of the day has a leap second.
#[test]
fn each_offset_has_one_leap_second_a_day() {
    let clock = |minutes: u32| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    for (sign, offset) in [("+", 0), ("-", 1), ("+", 61), ("-", 600), ("+", 1439), ("-", 1439)] {
        let is_leap = |minutes: &u32| Format::Time.check(&format!("{}:60{sign}{}", clock(*minutes), clock(offset)));
        let ahead = if sign == "+" { 1439 + offset } else { 1439 + 1440 - offset };
        assert_eq!((0..1440).filter(is_leap).collect::<Vec<_>>(), [ahead % 1440], "{sign}{}", clock(offset));
    }
}

#[test]
fn a_fraction_may_be_long() {
    let digits = "1".repeat(LONG);
    at_limits(
        Format::Time,
        &[
            ("5.6 time-secfrac: 1*DIGIT", format!("00:00:00.{digits}Z"), true),
            ("5.6 time-offset: missing", format!("00:00:00.{digits}"), false),
            ("a long offset", format!("00:00:00+{digits}"), false),
        ],
    );
}
