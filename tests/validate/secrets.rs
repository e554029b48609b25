//! What reports and errors tell of secrets: nothing that data chose.

use std::collections::BTreeMap;

use metaclass::prelude::*;
use metaclass::spec::{ClassSpec, TypeSpec};
use metaclass::validate::{Issue, StructCheck};
use metaclass::value::Dict;
use metaclass::{Field, ValidationError};

/// All views of a report, of which none may tell the secret.
#[track_caller]
fn hides(error: &ValidationError, secret: &str, source: impl Into<Value>) {
    let pointers: Vec<String> = error.issues().iter().map(|issue| issue.path().pointer()).collect();
    let views =
        format!("{error} {error:#} {error:?} {pointers:?} {} {}", error.to_list(), error.render(&source.into()));
    assert!(!views.contains(secret), "{views}");
}

#[test]
fn the_keys_of_a_secret_are_secret_too() {
    #[derive(Dataclass)]
    struct C {
        #[field(secret, keys(ascii), values(min_value = 0))]
        tokens: BTreeMap<String, i64>,
    }
    let tokens = || Field::dict(Field::str().ascii(), Field::int().min_value(0)).secret();
    let made = ClassSpec::define("C", [("tokens", tokens())]).unwrap();
    let data = Dict::from([("tokens", Dict::from([("hunter2é", -5)]))]);
    let direct = C!(BTreeMap::from([("hunter2é".to_owned(), -5)])).validate().unwrap_err();
    for error in [made.validate(&data).unwrap_err(), C::spec().validate(&data).unwrap_err(), direct] {
        hides(&error, "hunter2", data.clone());
        let text = "Validation errors: tokens['***']: must be ASCII; tokens['***']: must be at least 0";
        assert_eq!(error.to_string(), text);
    }
    let error = tokens().default(Dict::from([("hunter2", -5)])).build("tokens").unwrap_err();
    let text = "tokens: the default breaks the field's own rules: ['***']: must be at least 0";
    assert_eq!(error.to_string(), text);
}

#[test]
fn names_within_a_secret_are_those_of_the_class_only() {
    let login = ClassSpec::define("Login", [("user", Field::str().min_length(9))]).unwrap();
    let login = Field::of(TypeSpec::Class(metaclass::spec::ClassRef::Shared(login.into()))).secret();
    let site = ClassSpec::define("Site", [("login", login)]).unwrap();
    let data = Dict::from([("login", Dict::from([("user", "ann"), ("hunter2", "")]))]);
    let error = site.validate(&data).unwrap_err();
    hides(&error, "hunter2", data);
    let text = "Validation errors: login.user: must have at least 9 characters; login['***']: unknown field";
    assert_eq!(error.to_string(), text);
}

#[test]
fn the_type_of_a_secret_is_none_but_its_value_is() {
    let class = ClassSpec::define(
        "C",
        [("password", Field::str().secret()), ("pin", Field::of(TypeSpec::Int { min: 0, max: 255 }).secret())],
    );
    let error = class.unwrap().validate(&[("password", 4711), ("pin", 4711)].into()).unwrap_err();
    let text = "Validation errors: password: expected str, got int; pin: expected int from 0 to 255";
    assert_eq!(error.to_string(), text);
    let pin = Field::of(TypeSpec::Int { min: 0, max: 255 }).secret().default(777).build("pin");
    let text = "pin: the default breaks the field's own rules: expected int from 0 to 255";
    assert_eq!(pin.unwrap_err().to_string(), text);
}

#[test]
fn what_cannot_be_set_or_read_is_not_told() {
    #[derive(Dataclass)]
    struct C {
        #[field(secret)]
        pin: u8,
        #[field(secret)]
        ratio: f32,
        #[field(secret)]
        name: String,
    }
    let mut instance = C!(1, 0.5, "x".to_owned());
    let mut told = |name: &str, value: Value| instance.set(name, value).unwrap_err().to_string();
    assert_eq!(told("pin", 4711.into()), "pin: expected int from 0 to 255");
    assert_eq!(told("pin", "4711".into()), "pin: expected int, got str");
    assert_eq!(told("ratio", 1e300.into()), "ratio: the value does not fit type `float`");
    assert_eq!(told("name", 4711.into()), "name: expected str, got int");
    let error = instance.get_as::<bool>("pin").unwrap_err();
    assert_eq!(error.to_string(), "C.pin: expected bool, got int");
    instance.pin = 200;
    assert_eq!(instance.get_as::<i8>("pin").unwrap_err().to_string(), "C.pin: expected int from -128 to 127");
}

#[test]
fn figures_of_checks_may_be_the_secret() {
    fn refuse(pin: &str) -> Result<(), Issue> {
        Err(Issue::new("pin").with_message("is known").with_param("pin", pin).with_param("expected", pin))
    }

    fn refuse_both(pin: &str) -> Result<(), Issue> {
        Err(Issue::check("is short").with_param("pin", pin).at("pin"))
    }

    #[derive(Dataclass)]
    #[dataclass(check(refuse_both, fields(pin)))]
    struct C {
        #[field(secret, check = refuse)]
        pin: String,
        #[field(secret)]
        other: String,
    }
    let error = C!("hunter2".to_owned(), String::new()).validate().unwrap_err();
    hides(&error, "hunter2", Dict::from([("pin", "hunter2")]));
    assert_eq!(error.to_string(), "Validation errors: pin: is known");

    let several = StructCheck::new(["pin"], |values: &[&Value]| match values {
        [pin] => refuse_both(pin.as_str().unwrap_or_default()),
        _ => Ok(()),
    });
    let made = ClassSpec::define("C", [("pin", Field::str().secret())]).and_then(|class| class.checked(several));
    let data = Dict::from([("pin", "hunter2")]);
    let error = made.unwrap().validate(&data).unwrap_err();
    hides(&error, "hunter2", data);
    assert_eq!(error.to_string(), "Validation errors: pin: is short");
}
