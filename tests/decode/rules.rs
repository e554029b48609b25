//! Transforms, rules, checks and `validate` of what is read.

use std::cell::Cell;

use metaclass::json;
use metaclass::prelude::*;
use metaclass::validate::Issue;

use super::{is_refused, read};

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Transformed {
    #[field(transform(trim), min_length = 2)]
    name: String,
    #[field(transform(trim, lowercase), format = email)]
    email: Option<String>,
    #[field(transform(with = halved), max_value = 5, default = 8)]
    half: i64,
    #[field(transform(uppercase), one_of = ["A", "B"], default = "a", into)]
    letter: String,
}

fn halved(value: i64) -> i64 {
    value / 2
}

#[test]
fn transforms_come_before_the_rules() {
    let value: Transformed = read(r#"{"name": "  Al ", "email": " A@B.ORG\n", "half": 10, "letter": "b"}"#);
    assert_eq!((value.name.as_str(), value.email.as_deref()), ("Al", Some("a@b.org")));
    assert_eq!((value.half, value.letter.as_str()), (5, "B"));
    assert_eq!(value, Transformed!("  Al ".to_owned(), Some(" A@B.ORG\n".to_owned()), half = 10, letter = "b"));
    let defaults: Transformed = read(r#"{"name": "Al"}"#);
    assert_eq!(defaults, Transformed!("Al".to_owned(), None));
    is_refused::<Transformed>(
        r#"{"name": " A ", "email": " x ", "half": 12, "letter": "c"}"#,
        &[
            "1:10 name: must have at least 2 characters",
            "1:26 email: must be an e-mail address",
            "1:41 half: must be at most 5",
            "1:55 letter: must be one of ['A', 'B']",
        ],
    );
}

#[derive(Dataclass, Clone)]
#[dataclass(serde, check(is_ordered, fields(low, high)), check(is_short, fields(name)))]
struct Checked {
    low: i64,
    #[field(max_value = 100)]
    high: i64,
    #[field(check = is_free, check = |name: &str| !name.contains('!'), message = "no shouting")]
    name: String,
    #[field(min_length = 2)]
    password: String,
    #[field(matches = password, message = "repeat it")]
    again: String,
    phone: Option<String>,
    #[field(required_with = phone)]
    country: Option<String>,
}

thread_local! {
    static CALLS: Cell<usize> = const { Cell::new(0) };
}

fn is_ordered(low: &i64, high: &i64) -> bool {
    CALLS.set(CALLS.get() + 1);
    low <= high
}

fn is_short(name: &str) -> Result<(), Issue> {
    if name.len() < 9 { Ok(()) } else { Err(Issue::new("long").with_message("is long").at("name")) }
}

fn is_free(name: &str) -> Result<(), String> {
    if name.starts_with("root") { Err(format!("{name} is taken")) } else { Ok(()) }
}

#[test]
fn checks_of_several_fields_come_last_and_only_where_their_fields_are_clean() {
    let text = r#"{"low": 2, "high": 1, "name": "root!long", "password": "ab", "again": "ac", "phone": "1"}"#;
    is_refused::<Checked>(
        text,
        &[
            "1:31 name: root!long is taken",
            "1:31 name: no shouting",
            "1:71 again: repeat it",
            "1:1 country: required with 'phone'",
            "1:1 validation failed",
        ],
    );
    assert_eq!(CALLS.take(), 2);
    // Neither a value that is too large, nor one of another type, nor one that is not there, nor one given twice.
    for high in ["\"high\": 101", "\"high\": \"x\"", "\"higher\": 1", "\"high\": 3, \"high\": 4"] {
        let text = format!(r#"{{"low": 200, {high}, "name": "a", "password": "ab", "again": "ab"}}"#);
        let error = json::from_str::<Checked>(&text).unwrap_err();
        assert_eq!((error.issues().len(), CALLS.take()), (1, 0), "{error}");
    }
    let text = r#"{"low": 1, "high": 1, "name": "long and longer", "password": "ab", "again": "ab"}"#;
    is_refused::<Checked>(text, &["1:31 name: is long"]);
}

#[test]
fn what_looks_at_a_faulty_field_is_not_asked() {
    is_refused::<Checked>(
        r#"{"low": 1, "high": 1, "name": "a", "password": 5, "again": "ab"}"#,
        &["1:48 password: expected str, got int"],
    );
    is_refused::<Checked>(
        r#"{"low": 1, "high": 1, "name": "a", "again": "ab", "password": "a", "phone": 5}"#,
        &[
            "1:63 password: must have at least 2 characters",
            "1:45 again: repeat it",
            "1:77 phone: expected str, got int",
        ],
    );
}

#[derive(Dataclass, Clone)]
#[dataclass(serde, validate)]
struct Guarded {
    #[field(min_value = 1)]
    x: i64,
    #[field(default, max_items = 1)]
    list: Vec<Guarded>,
}

#[test]
fn a_class_that_validates_itself_is_read_like_any_other() {
    let guarded: Guarded = read(r#"{"x": 1, "list": [{"x": 2}]}"#);
    assert_eq!((guarded.x, guarded.list[0].x), (1, 2));
    is_refused::<Guarded>(
        r#"{"x": 0, "list": [{"x": 0}, {"x": "x"}]}"#,
        &[
            "1:7 x: must be at least 1",
            "1:18 list: must have at most 1 item",
            "1:25 list[0].x: must be at least 1",
            "1:35 list[1].x: expected int, got str",
        ],
    );
}
