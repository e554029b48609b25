//! `#[dataclass(validate)]`: an instance that breaks its rules cannot be made.

use metaclass::prelude::*;
use metaclass::validate::{Issue, ValidationError};

mod shop {
    use super::*;

    fn is_ordered(low: &i64, high: &i64) -> bool {
        low <= high
    }

    #[derive(Dataclass, Clone)]
    #[dataclass(validate, check(is_ordered, fields(low, high)))]
    pub(super) struct Range {
        low: i64,
        #[field(min_value = 0)]
        high: i64,
        #[field(min_length = 1, default = "range")]
        #[field(into)]
        name: String,
    }

    #[derive(Dataclass)]
    #[dataclass(validate, post_init = Self::finish, init_var(scale: i64 = 1))]
    pub(super) struct Scaled {
        #[field(max_value = 10)]
        size: i64,
    }

    impl Scaled {
        fn finish(&mut self, scale: i64) -> Result<(), ValidationError> {
            if scale == 0 {
                return Err(Issue::check("scale must not be 0").into());
            }
            self.size *= scale;
            Ok(())
        }
    }

    #[derive(Dataclass)]
    #[dataclass(validate, frozen)]
    pub(super) struct Fixed {
        #[field(max_value = 10)]
        size: i64,
    }

    #[derive(Debug, Clone, PartialEq)]
    struct Cents(i64);

    fn is_positive(cents: &Cents) -> bool {
        cents.0 > 0
    }

    #[derive(Dataclass)]
    #[dataclass(validate)]
    pub(super) struct Price {
        #[field(min_value = 0)]
        tax: i64,
        #[field(check = is_positive, default = Cents(1))]
        cents: Cents,
    }

    pub(super) fn price(cents: i64) -> Result<Price, ValidationError> {
        Price!(cents = Cents(cents), tax = 0)
    }
}

use shop::{Fixed, Price, Range, Scaled, price};

#[track_caller]
fn text<T: std::fmt::Debug>(result: Result<T, ValidationError>) -> String {
    result.unwrap_err().to_string()
}

#[test]
fn what_breaks_a_rule_is_not_made() {
    let range = Range!(1, 2).unwrap();
    assert_eq!((range.low(), range.high(), range.name()), (1, 2, "range"));
    assert_eq!(text(Range!(1, -1)), "Validation errors: high: must be at least 0");
    assert_eq!(text(Range!(3, 2)), "Validation errors: validation failed");
    assert_eq!(
        text(Range!(3, -1, name = "")),
        "Validation errors: high: must be at least 0; name: must have at least 1 character"
    );
    assert_eq!(text(Range::new(3, 2)), "Validation errors: validation failed");
    assert!(Range::new(1, 2).is_ok());
}

#[test]
fn replace_asks_again() {
    let range = Range!(1, 2).unwrap();
    assert_eq!(Range!(high = 5, ..range.clone()).unwrap().repr().to_string(), "Range(low=1, high=5, name='range')");
    assert_eq!(text(Range!(high = 0, ..range)), "Validation errors: validation failed");
}

#[test]
fn set_asks_too_and_gives_the_old_value_back() {
    let mut range = Range!(1, 2).unwrap();
    range.set("high", 7).unwrap();
    let error = range.set("high", 0).unwrap_err();
    assert_eq!(format!("{error:?}"), "ValueError: Validation errors: validation failed");
    assert_eq!(range.set("high", "x").unwrap_err().to_string(), "high: expected int, got str");
    assert_eq!(range.set("name", "").unwrap_err().kind(), metaclass::ErrorKind::ValueError);
    assert_eq!(range.repr().to_string(), "Range(low=1, high=7, name='range')");
    assert!(Fixed!(1).unwrap().set("size", 2).is_err());
}

#[test]
fn post_init_may_refuse_and_is_checked_after() {
    assert_eq!(Scaled!(2, scale = 3).unwrap().size(), 6);
    assert_eq!(text(Scaled!(2, scale = 6)), "Validation errors: size: must be at most 10");
    assert_eq!(text(Scaled!(2, scale = 0)), "Validation errors: scale must not be 0");
}

#[test]
fn private_types_travel_guarded() {
    assert!(price(1).is_ok());
    assert_eq!(text(price(0)), "Validation errors: cents: validation failed");
    assert_eq!(text(Price!(tax = -1)), "Validation errors: tax: must be at least 0");
}

#[test]
fn the_question_mark_takes_the_error_on() {
    fn make(low: i64) -> Result<Range, Error> {
        Ok(Range!(low, 3)?)
    }
    assert!(make(1).is_ok());
    assert_eq!(make(4).unwrap_err().kind(), metaclass::ErrorKind::ValueError);
}
