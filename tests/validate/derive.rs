//! `validate()` of compiled classes.

use std::collections::HashMap;

use metaclass::prelude::*;
use metaclass::validate::Issue;
use metaclass::value::Dict;

fn is_even(value: &i64) -> bool {
    value % 2 == 0
}

fn is_ordered(from: &i64, to: &i64) -> Result<(), &'static str> {
    if from <= to { Ok(()) } else { Err("from must not be after to") }
}

#[derive(Dataclass)]
struct Address {
    #[field(min_length = 1)]
    street: String,
    #[field(pattern = "^[0-9]{5}$", message = "five digits")]
    zip: String,
}

const MAX: usize = 5;

#[derive(Dataclass)]
#[dataclass(check(is_ordered, fields(from, to)))]
struct User {
    #[field(min_length = 3, max_length = MAX, lowercase)]
    name: String,
    #[field(min_value = 0, max_value = 150)]
    age: Option<u8>,
    #[field(max_items = 2, unique_items, items(max_length = 2))]
    tags: Vec<String>,
    #[field(keys(ascii), values(finite))]
    scores: HashMap<String, f64>,
    address: Address,
    others: Vec<Address>,
    #[field(check = is_even, check = |value| if *value < 100 { Ok(()) } else { Err(format!("{value} is too much")) })]
    from: i64,
    to: i64,
    #[field(format = email)]
    email: Option<String>,
    #[field(required, one_of = ["a", "b"])]
    kind: Option<String>,
    #[field(matches = name)]
    again: String,
    #[field(required_with = email)]
    phone: Option<String>,
}

fn user() -> User {
    let address = || Address!("Road".to_owned(), "12345".to_owned());
    User!(
        name = "alice".to_owned(),
        age = Some(30),
        tags = vec!["a".to_owned(), "b".to_owned()],
        scores = HashMap::from([("x".to_owned(), 1.0)]),
        address = address(),
        others = vec![address()],
        from = 2,
        to = 4,
        email = Some("alice@example.org".to_owned()),
        kind = Some("a".to_owned()),
        again = "alice".to_owned(),
        phone = Some("1".to_owned())
    )
}

#[track_caller]
fn faults(user: &User) -> Vec<String> {
    user.validate().err().map(|error| error.issues().iter().map(ToString::to_string).collect()).unwrap_or_default()
}

#[test]
fn a_valid_instance_has_no_faults() {
    assert_eq!(faults(&user()), [""; 0]);
}

#[test]
fn every_fault_is_told_in_the_order_of_the_declaration() {
    let broken = User {
        name: "AL".to_owned(),
        age: Some(200),
        tags: vec!["abc".to_owned(), "x".to_owned(), "abc".to_owned()],
        scores: HashMap::from([("é".to_owned(), f64::NAN)]),
        address: Address!(String::new(), "1".to_owned()),
        others: vec![Address!("a".to_owned(), "12345".to_owned()), Address!(String::new(), "12345".to_owned())],
        from: 101,
        to: 4,
        email: Some("nobody".to_owned()),
        kind: None,
        again: "alice".to_owned(),
        phone: None,
    };
    let expected = [
        "name: must have at least 3 characters",
        "name: must be lowercase",
        "age: must be at most 150",
        "tags: must have at most 2 items",
        "tags: must not have the same item twice",
        "tags[0]: must have at most 2 characters",
        "tags[2]: must have at most 2 characters",
        "scores['é']: must be ASCII",
        "scores['é']: must be finite",
        "address.street: must have at least 1 character",
        "address.zip: five digits",
        "others[1].street: must have at least 1 character",
        "from: validation failed",
        "from: 101 is too much",
        "email: must be an e-mail address",
        "kind: required",
        "again: must be equal to 'name'",
        "phone: required with 'email'",
    ];
    assert_eq!(faults(&broken), expected);
    assert_eq!(faults(&User { from: 6, ..user() }), ["from must not be after to"]);
}

#[test]
fn the_description_has_the_rules() {
    let rules: Vec<String> =
        User::spec().fields().iter().flat_map(|field| field.rules()).map(ToString::to_string).collect();
    assert_eq!(rules.len(), 16);
}

#[derive(Dataclass)]
#[dataclass(check(differ, fields(name, password)))]
struct Login {
    name: String,
    #[field(secret)]
    password: String,
    #[field(keys(ascii), default)]
    labels: HashMap<String, String>,
}

fn differ(name: &str, password: &str) -> Result<(), Issue> {
    match name == password {
        true => Err(Issue::check("must not be the name").at("password")),
        false => Ok(()),
    }
}

#[test]
fn both_halves_hide_secrets_and_blame_keys() {
    let login = Login!("al".to_owned(), "al".to_owned(), labels = HashMap::from([("é".to_owned(), "x".to_owned())]));
    let data = Value::from(Dict::from([
        ("name", Value::from("al")),
        ("password", "al".into()),
        ("labels", Dict::from([("é", "x")]).into()),
    ]));
    let made = Login::spec().validate(data.as_dict().unwrap());
    let [direct, engine] = [login.validate(), made].map(Result::unwrap_err);
    assert_eq!(direct.issues(), engine.issues());
    let rendered = "Validation errors:
  labels['é']: must be ASCII (got 'é')
  password: must not be the name (hidden)";
    for error in [direct, engine] {
        assert_eq!(error.render(&data).to_string(), rendered);
        assert!(error.to_list().to_string().contains("propertyNames"));
    }
}

#[test]
fn integers_that_no_value_can_hold_are_judged_too() {
    #[derive(Dataclass)]
    struct C {
        #[field(max_value = 10, multiple_of = 2, equals = 1)]
        x: u128,
        #[field(unique_items, items(multiple_of = 5))]
        all: Vec<u128>,
    }
    let told = |x, all| C!(x, all).validate().unwrap_err().to_string();
    assert_eq!(
        told(u128::MAX, vec![u128::MAX, u128::MAX - 1, u128::MAX]),
        "Validation errors: x: must be at most 10; x: must be a multiple of 2; x: must be 1; \
         all: must not have the same item twice; all[1]: must be a multiple of 5"
    );
    assert_eq!(told(u128::MAX - 1, vec![]), "Validation errors: x: must be at most 10; x: must be 1");
}

#[test]
fn a_check_that_panics_leaves_the_valid_value() {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    fn is_even(value: &i64) -> bool {
        assert!(*value < 10, "far too large");
        value % 2 == 0
    }

    #[derive(Dataclass)]
    #[dataclass(validate)]
    struct C {
        #[field(check = is_even)]
        x: i64,
    }
    let mut instance = C!(2).unwrap();
    assert!(catch_unwind(AssertUnwindSafe(|| instance.set("x", 11))).is_err());
    assert_eq!(instance.x(), 2);
    assert!(instance.set("x", 3).is_err() && instance.x() == 2);
    assert!(instance.set("x", 4).is_ok() && instance.x() == 4);
}
