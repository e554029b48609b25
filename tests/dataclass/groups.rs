//! `exactly_one`, `at_least_one`, `requires`, `conflicts`: fields that are given together, or not together.

use metaclass::ValidationError;
use metaclass::json;
use metaclass::prelude::*;

#[derive(Dataclass, Clone)]
#[dataclass(serde, exactly_one(email, phone), requires(street, city), conflicts(urgent, delay))]
struct Parcel {
    weight: u32,
    #[field(default, into, rename = "e-mail")]
    email: Option<String>,
    #[field(default)]
    phone: Option<u64>,
    #[field(default, alias = "road")]
    street: String,
    #[field(default = None)]
    city: Option<String>,
    #[field(default)]
    urgent: bool,
    #[field(default = 0.5)]
    delay: f64,
}

#[track_caller]
fn text<T: std::fmt::Debug>(result: Result<T, ValidationError>) -> String {
    result.unwrap_err().to_string()
}

#[test]
fn a_call_that_obeys_is_a_call_like_any_other() {
    let parcel = Parcel!(1, phone = Some(5), urgent = true);
    assert!(parcel.validate().is_ok());
    assert!(Parcel!(1, Some("a".to_owned()), None, "s".to_owned(), Some("c".to_owned())).validate().is_ok());
    assert!(Parcel!(1, email = None, phone = Some(1)).validate().is_ok());
}

#[test]
fn a_base_may_give_the_rest() {
    let parcel = Parcel!(1, phone = Some(5), city = Some("c".to_owned()));
    let moved = Parcel!(street = "s".to_owned(), ..parcel.clone());
    assert!(moved.validate().is_ok());
    assert!(Parcel!(weight = 2, ..parcel.clone()).validate().is_ok());
    let both = Parcel!(email = "a".to_owned(), ..parcel);
    assert_eq!(text(both.validate()), "Validation errors: got conflicting fields 'e-mail' and 'phone'");
}

#[test]
fn what_is_given_is_what_differs_from_its_default() {
    let bad =
        Parcel { weight: 1, email: None, phone: None, street: "s".to_owned(), city: None, urgent: true, delay: 1.5 };
    let error = bad.validate().unwrap_err();
    assert_eq!(
        format!("{error:#}"),
        "Validation errors:
  needs exactly one of 'e-mail', 'phone'
  needs 'city' with 'street'
  got conflicting fields 'urgent' and 'delay'"
    );
    let codes: Vec<&str> = error.issues().iter().map(metaclass::validate::Issue::code).collect();
    assert_eq!(codes, ["exactly_one", "requires", "conflicts"]);
    let conflict = error.issues()[2].params();
    assert_eq!(conflict.get("given"), Some(&vec!["urgent", "delay"].into()));
    let fine = Parcel { phone: Some(1), street: String::new(), delay: 0.5, ..bad };
    assert!(fine.validate().is_ok());
}

#[test]
fn data_is_checked_alike_and_what_is_written_is_read_again() {
    let read = |text: &str| json::from_str::<Parcel>(text).map(|parcel| parcel.weight);
    let faults = |text: &str| read(text).unwrap_err().issues().iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(faults(r#"{"weight": 1}"#), ["needs exactly one of 'e-mail', 'phone'"]);
    assert_eq!(
        faults(r#"{"weight": 1, "e-mail": "a", "phone": 1, "road": "r"}"#),
        ["got conflicting fields 'e-mail' and 'phone'", "needs 'city' with 'street'"]
    );
    // A default that is written out is not given.
    let plain = r#"{"weight": 1, "e-mail": "a", "phone": null, "street": "", "urgent": false, "delay": 1}"#;
    assert_eq!(read(plain).unwrap(), 1);
    // Of a faulty field, it is not known whether it is given.
    assert_eq!(faults(r#"{"weight": 1, "e-mail": 5}"#), ["e-mail: expected str, got int"]);
    let parcel = Parcel!(1, phone = Some(5));
    let written = json::to_string(&parcel).unwrap();
    assert!(json::from_str::<Parcel>(&written).unwrap() == parcel);
}

#[test]
fn with_validate_setters_and_builder() {
    mod shop {
        use metaclass::prelude::*;

        #[derive(Dataclass, Clone)]
        #[dataclass(validate, setters, builder, at_least_one(a, b, c), conflicts(b, c))]
        pub(super) struct Choice {
            #[field(default)]
            a: Option<u8>,
            #[field(default = "", into)]
            b: String,
            #[field(default = 'x')]
            other: char,
            #[field(default = -1, min_value = -1)]
            c: i32,
        }
    }

    use shop::Choice;
    let none = "Validation errors: needs at least one of 'a', 'b', 'c'";
    assert_eq!(text(Choice::new()), none);
    assert_eq!(text(Choice::builder().other('y').build()), none);
    assert_eq!(text(Choice::builder().b("b").c(3).build()), "Validation errors: got conflicting fields 'b' and 'c'");
    let mut choice = Choice::builder().b("b").build().unwrap();
    assert_eq!(text(choice.set_c(0)), "Validation errors: got conflicting fields 'b' and 'c'");
    assert_eq!(text(choice.set_c(-5)), "Validation errors: c: must be at least -1");
    assert_eq!(text(choice.set_b("")), none);
    choice.set_a(Some(1)).unwrap();
    choice.set_b("").unwrap();
    choice.set_c(0).unwrap();
    assert_eq!(choice.set("b", "b").unwrap_err().to_string(), "Validation errors: got conflicting fields 'b' and 'c'");
    assert_eq!(choice.repr().to_string(), "Choice(a=1, b='', other='x', c=0)");
    assert_eq!(text(Choice!(b = "b", ..choice)), "Validation errors: got conflicting fields 'b' and 'c'");
}

#[test]
fn the_description_knows_of_them() {
    let groups: Vec<String> = Parcel::spec().groups().iter().map(ToString::to_string).collect();
    assert_eq!(groups, ["exactly_one(email, phone)", "requires(street, city)", "conflicts(urgent, delay)"]);
}

#[test]
fn generic_classes_and_raw_names() {
    #[derive(Dataclass)]
    #[dataclass(exactly_one(r#type, value))]
    struct Either<'a, T> {
        #[field(default)]
        r#type: Option<&'a str>,
        #[field(default)]
        value: Option<T>,
    }

    assert!(Either!(value = Some(1)).validate().is_ok());
    assert!(metaclass::call!(Either::<u8>(type = Some("t"))).validate().is_ok());
}
