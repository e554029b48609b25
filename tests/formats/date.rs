//! `date`: RFC 3339, 5.6, `full-date`.

use super::{Case, Format, LONG, accepts, at_limits, refuses};

pub(super) const GOOD: &[Case] = &[
    ("5.6 full-date", "1963-06-19"),
    ("5.6 date-fullyear: the first", "0000-01-01"),
    ("5.6 date-fullyear: the last", "9999-12-31"),
    ("5.6 date-fullyear: leading zeros", "0001-01-01"),
    ("5.7 date-mday: January", "2023-01-31"),
    ("5.7 date-mday: February", "2023-02-28"),
    ("5.7 date-mday: March", "2023-03-31"),
    ("5.7 date-mday: April", "2023-04-30"),
    ("5.7 date-mday: May", "2023-05-31"),
    ("5.7 date-mday: June", "2023-06-30"),
    ("5.7 date-mday: July", "2023-07-31"),
    ("5.7 date-mday: August", "2023-08-31"),
    ("5.7 date-mday: September", "2023-09-30"),
    ("5.7 date-mday: October", "2023-10-31"),
    ("5.7 date-mday: November", "2023-11-30"),
    ("5.7 date-mday: December", "2023-12-31"),
    ("5.7 date-mday: the first", "2023-02-01"),
    ("appendix C: a leap year", "2024-02-29"),
    ("appendix C: a leap year of a century", "2000-02-29"),
    ("appendix C: another leap year of a century", "1600-02-29"),
    ("appendix C: the year 0000", "0000-02-29"),
    ("appendix C: the year 0004", "0004-02-29"),
    ("appendix C: the last leap year", "9996-02-29"),
    ("appendix C: February of a common year of a century", "1900-02-28"),
    ("5.6 full-date: before the Gregorian calendar", "1500-01-01"),
    ("5.6 full-date: a day that the calendar left out", "1582-10-10"),
];

pub(super) const BAD: &[Case] = &[
    ("5.6 full-date: empty", ""),
    ("5.7 date-mday: January", "2023-01-32"),
    ("5.7 date-mday: February of a common year", "2023-02-29"),
    ("5.7 date-mday: February of a leap year", "2024-02-30"),
    ("5.7 date-mday: March", "2023-03-32"),
    ("5.7 date-mday: April", "2023-04-31"),
    ("5.7 date-mday: May", "2023-05-32"),
    ("5.7 date-mday: June", "2023-06-31"),
    ("5.7 date-mday: July", "2023-07-32"),
    ("5.7 date-mday: August", "2023-08-32"),
    ("5.7 date-mday: September", "2023-09-31"),
    ("5.7 date-mday: October", "2023-10-32"),
    ("5.7 date-mday: November", "2023-11-31"),
    ("5.7 date-mday: December", "2023-12-32"),
    ("appendix C: 1900 is no leap year", "1900-02-29"),
    ("appendix C: 2100 is no leap year", "2100-02-29"),
    ("appendix C: 9999 is no leap year", "9999-02-29"),
    ("5.7 date-mday: none", "2023-01-00"),
    ("5.7 date-mday: 99", "2023-01-99"),
    ("5.6 date-month: none", "2023-00-01"),
    ("5.6 date-month: 13", "2023-13-01"),
    ("5.6 date-month: 99", "2023-99-01"),
    ("5.6 date-fullyear: two digits", "23-01-01"),
    ("5.6 date-fullyear: five digits", "12023-01-01"),
    ("5.6 date-fullyear: a sign", "+2023-01-01"),
    ("5.6 date-fullyear: a minus", "-2023-01-01"),
    ("5.6 date-fullyear: a minus in the place of a digit", "-023-01-01"),
    ("5.6 date-month: one digit", "2023-1-01"),
    ("5.6 date-mday: one digit", "2023-01-1"),
    ("5.6 date-mday: three digits", "2023-01-010"),
    ("5.6 full-date: one digit each", "1998-1-20"),
    ("5.6 full-date: no hyphens", "20230101"),
    ("5.6 full-date: slashes", "2023/01/01"),
    ("5.6 full-date: dots", "2023.01.01"),
    ("5.6 full-date: another order", "19-06-1963"),
    ("5.6 full-date: as in America", "06/19/1963"),
    ("ISO 8601: the day of the year", "2013-350"),
    ("ISO 8601: the day of a week", "2023-W01-1"),
    ("ISO 8601: a week", "2023-W01"),
    ("ISO 8601: a month", "2023-01"),
    ("5.6 full-date: with a time", "2023-01-01T00:00:00Z"),
    ("5.6 full-date: with an offset", "2023-01-01Z"),
    ("5.6 full-date: a space first", " 2023-01-01"),
    ("5.6 full-date: a space last", "2023-01-01 "),
    ("5.6 full-date: a space for a zero", "2023- 1-01"),
    ("5.6 full-date: a line break last", "2023-01-01\n"),
    ("5.6 full-date: letters", "yyyy-mm-dd"),
    ("a null character", "2023-01-0\u{0}"),
    ("a Bengali digit, ten characters", "1963-06-1\u{9ea}"),
    ("a Bengali digit, ten bytes", "1963-06\u{9ea}"),
    ("full-width digits", "\u{ff12}\u{ff10}23-01-01"),
    ("minus signs", "2023\u{2212}01\u{2212}01"),
];

#[test]
fn dates_are_accepted() {
    accepts(Format::Date, GOOD);
}

#[test]
fn what_is_no_date_is_refused() {
    refuses(Format::Date, BAD);
}

/// 400 years have 146097 days, 97 of them leap days.
#[test]
fn the_calendar_has_the_days_that_it_is_known_to_have() {
    let is_date = |year: u32, month: u32, day: u32| Format::Date.check(&format!("{year:04}-{month:02}-{day:02}"));
    let days = |year: u32| {
        (0..100).flat_map(|month| (0..100).map(move |day| (month, day))).filter(move |(m, d)| is_date(year, *m, *d))
    };
    assert_eq!((2000..2004).map(|year| days(year).count()).collect::<Vec<_>>(), [366, 365, 365, 365]);
    assert_eq!((1600..2000).filter(|year| is_date(*year, 2, 29)).count(), 97);
    at_limits(Format::Date, &[("a long year", format!("{}-01-01", "2".repeat(LONG)), false)]);
}
