//! `setters`: a value that breaks a rule is refused.

use metaclass::ValidationError;
use metaclass::prelude::*;

mod shop {
    use metaclass::prelude::*;

    fn is_ordered(low: &i64, high: &i64) -> Result<(), &'static str> {
        if low <= high { Ok(()) } else { Err("low must not be above high") }
    }

    /// No `Clone`: the old value comes back by itself.
    #[derive(Debug, PartialEq)]
    pub(super) struct Unit(pub(super) &'static str);

    #[derive(Dataclass)]
    #[dataclass(setters, getters, check(is_ordered, fields(low, high)))]
    pub(super) struct Range {
        #[field(min_value = 0)]
        low: i64,
        #[field(max_value = 100)]
        high: i64,
        /// What it is called.
        #[field(into, transform(trim), min_length = 1)]
        name: String,
        #[field(default = Unit("m"), check = |unit: &Unit| unit.0.len() < 3)]
        unit: Unit,
        #[field(init = false, default = *high - *low)]
        size: i64,
    }

    #[derive(Dataclass, Clone)]
    #[dataclass(setters, validate, serde, check(is_ordered, fields(low, high)))]
    pub(super) struct Checked {
        #[field(min_value = 0)]
        low: i64,
        high: i64,
        #[field(secret, min_length = 3, into)]
        password: String,
        #[field(matches = password, default)]
        again: Option<String>,
    }
}

use shop::{Checked, Range, Unit};

fn range() -> Range {
    Range!(1, 10, "r")
}

#[track_caller]
fn text(result: Result<(), ValidationError>) -> String {
    result.unwrap_err().to_string()
}

#[test]
fn what_breaks_a_rule_is_refused_and_the_old_value_comes_back() {
    let mut range = range();
    range.set_low(5).unwrap();
    assert_eq!(text(range.set_low(-1)), "Validation errors: low: must be at least 0");
    assert_eq!(text(range.set_low(11)), "Validation errors: low must not be above high");
    assert_eq!(text(range.set_unit(Unit("kilometres"))), "Validation errors: unit: validation failed");
    assert_eq!((range.low(), range.high(), range.unit()), (5, 10, &Unit("m")));
    range.set_unit(Unit("km")).unwrap();
    assert_eq!(range.unit(), &Unit("km"));
}

#[test]
fn values_are_converted_and_transformed_as_by_the_constructor() {
    let mut range = range();
    range.set_name("  wide ").unwrap();
    assert_eq!(range.name(), "wide");
    assert_eq!(text(range.set_name("   ")), "Validation errors: name: must have at least 1 character");
    assert_eq!(range.name(), "wide");
}

#[test]
fn of_two_faulty_fields_each_can_be_put_right() {
    let mut range = Range!(-1, 200, "");
    assert_eq!(text(range.set_low(-2)), "Validation errors: low: must be at least 0");
    range.set_low(150).unwrap();
    assert_eq!(text(range.set_high(149)), "Validation errors: high: must be at most 100");
    assert_eq!(text(range.set_high(100)), "Validation errors: low must not be above high");
    range.set_low(50).unwrap();
    range.set_high(60).unwrap();
    assert_eq!(text(range.validate()), "Validation errors: name: must have at least 1 character");
}

#[test]
fn rules_that_look_at_other_fields_are_asked_from_both_ends() {
    let mut checked = Checked!(1, 2, "secret", again = Some("secret".to_owned())).unwrap();
    assert_eq!(text(checked.set_password("other")), "Validation errors: again: must be equal to 'password'");
    assert_eq!(
        text(checked.set_again(Some("other".to_owned()))),
        "Validation errors: again: must be equal to 'password'"
    );
    checked.set_again(None).unwrap();
    assert_eq!(text(checked.set_password("x")), "Validation errors: password: must have at least 3 characters");
    checked.set_password("other").unwrap();
    assert_eq!(text(checked.set_high(0)), "Validation errors: low must not be above high");
    assert_eq!(checked.password(), "other");
    assert!(checked.validate().is_ok());
}

#[test]
fn a_fault_hides_a_secret() {
    let mut checked = Checked!(1, 2, "secret").unwrap();
    let error = checked.set_password("ab").unwrap_err();
    assert!(error.issues()[0].is_secret() && error.issues()[0].params().get("actual").is_none());
}

#[test]
fn a_check_that_panics_leaves_the_old_value() {
    #[derive(Dataclass)]
    #[dataclass(setters)]
    struct Touchy {
        #[field(check = |value: &i32| 10 / value > 0)]
        value: i32,
    }

    let mut touchy = Touchy!(3);
    let set = std::panic::AssertUnwindSafe(|| touchy.set_value(0));
    assert!(std::panic::catch_unwind(set).is_err());
    assert_eq!(touchy.value, 3);
}

#[test]
fn generic_classes_without_rules_and_names_of_all_kinds() {
    #[derive(Dataclass)]
    #[dataclass(setters)]
    struct Held<'a, T> {
        value: T,
        text: &'a str,
        r#type: u8,
        this: u8,
        report: u8,
        v: u8,
    }

    let mut held = Held!(1.5, "a", 1, 2, 3, 4);
    held.set_value(2.5).unwrap();
    held.set_text("b").unwrap();
    held.set_type(5).unwrap();
    held.set_this(6).unwrap();
    held.set_report(7).unwrap();
    held.set_v(8).unwrap();
    assert_eq!(held.repr().to_string(), "Held(value=2.5, text='b', type=5, this=6, report=7, v=8)");
}

#[test]
fn classes_within_are_checked() {
    #[derive(Dataclass)]
    struct Inner {
        #[field(min_value = 1)]
        x: u8,
    }

    #[derive(Dataclass)]
    #[dataclass(setters)]
    struct Outer<T> {
        inner: Vec<Inner>,
        #[field(required)]
        other: Option<T>,
    }

    let mut outer = Outer!(vec![], Some(1));
    assert_eq!(text(outer.set_inner(vec![Inner!(1), Inner!(0)])), "Validation errors: inner[1].x: must be at least 1");
    assert_eq!(text(outer.set_other(None)), "Validation errors: other: required");
    assert_eq!(outer.repr().to_string(), "Outer(inner=[], other=1)");
}

#[test]
fn what_the_constructor_does_not_take_has_no_setter() {
    trait NoSetter {
        fn set_size(&self) -> &'static str {
            "none"
        }
    }
    impl NoSetter for Range {}
    assert_eq!(range().set_size(), "none");
    assert_eq!(range().size(), 9);
}
