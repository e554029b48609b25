//! Functions of the user's, and rules that look at several fields.

#![allow(clippy::result_large_err, reason = "a check may say all of its fault")]

use std::borrow::Cow;
use std::collections::BTreeMap;

use metaclass::Field;
use metaclass::prelude::*;
use metaclass::validate::{Issue, StructCheck};

use crate::parity::row::{int64, rows, s};

/// The functions of the compiled classes.
mod compiled {
    use super::Issue;

    pub(super) fn is_even(value: &i64) -> bool {
        value % 2 == 0
    }

    pub(super) fn is_small(value: &i64) -> Result<(), String> {
        if *value < 100 { Ok(()) } else { Err(format!("{value} is too much")) }
    }

    pub(super) fn is_known(value: &str) -> Result<(), Issue> {
        match value {
            "root" => Err(Issue::new("taken").with_param("name", value).with_message("is taken").at("name")),
            _ => Ok(()),
        }
    }

    pub(super) fn is_short(value: &[String]) -> bool {
        value.len() < 3
    }

    pub(super) fn is_ordered(from: &i64, to: &i64) -> Result<(), &'static str> {
        if from <= to { Ok(()) } else { Err("from must not be after to") }
    }

    pub(super) fn is_near(from: &i64, to: &i64, label: &Option<String>) -> Result<(), Issue> {
        if to - from < 10 || label.is_some() {
            return Ok(());
        }
        Err(Issue::new("far").with_param("distance", to - from).at("to"))
    }
}

/// The same functions of the classes made at run time.
mod made {
    use super::{Issue, Value};

    fn int(value: &Value) -> i64 {
        i64::try_from(value.clone()).unwrap()
    }

    pub(super) fn is_even(value: &Value) -> bool {
        super::compiled::is_even(&int(value))
    }

    pub(super) fn is_small(value: &Value) -> Result<(), String> {
        super::compiled::is_small(&int(value))
    }

    pub(super) fn is_known(value: &Value) -> Result<(), Issue> {
        super::compiled::is_known(value.as_str().unwrap())
    }

    pub(super) fn is_short(value: &Value) -> bool {
        value.as_list().unwrap().len() < 3
    }

    pub(super) fn is_ordered(values: &[&Value]) -> Result<(), &'static str> {
        super::compiled::is_ordered(&int(values[0]), &int(values[1]))
    }

    pub(super) fn is_near(values: &[&Value]) -> Result<(), Issue> {
        super::compiled::is_near(&int(values[0]), &int(values[1]), &values[2].as_str().map(str::to_owned))
    }
}

rows! {
    matches_looks_through_options_and_pointers { #[field(matches = b)] a: Option<Box<str>>, b: String, #[field(matches = a)] c: Cow<'static, str> }
    made { a: Field::str().nullable().matches("b"), b: Field::str(), c: Field::str().matches("a") }
    good { (Some("x".into()), s("x"), "x".into()) (None, s("x"), "y".into()) }
    bad { (Some("x".into()), s("y"), "z".into()) => ["a: matches", "c: matches"] }

    check_is_a_predicate_or_a_function {
        #[field(check = compiled::is_even, check = compiled::is_small)]
        x: i64,
        #[field(check = compiled::is_known)]
        y: String,
        #[field(check = compiled::is_short)]
        z: Vec<String>,
    }
    made {
        x: int64().check(made::is_even).check(made::is_small),
        y: Field::str().check(made::is_known),
        z: Field::list(Field::str()).check(made::is_short),
    }
    good { (2, s("a"), vec![]) }
    bad {
        (101, s("root"), vec![s("a"); 3]) => ["x: check", "x: check", "y.name: taken", "z: check"]
        (3, s(""), vec![]) => ["x: check"]
    }

    check_may_be_a_closure_and_have_a_message {
        #[field(check = |value| *value > 0, message = "too small", min_value = -5, check = |value: &i64| value % 2 == 0)]
        x: i64,
    }
    made {
        x: int64()
            .check(|value: &Value| value.as_int() > Some(0))
            .message("too small")
            .min_value(-5)
            .check(|value: &Value| value.as_int().is_some_and(|value| value % 2 == 0)),
    }
    good { (2) }
    bad { (-7) => ["x: check", "x: min_value", "x: check"] (-2) => ["x: check"] }

    check_is_not_called_with_none {
        #[field(check = compiled::is_even)]
        x: Option<i64>,
        #[field(items(check = compiled::is_even))]
        y: Vec<Option<i64>>,
    }
    made { x: int64().check(made::is_even).nullable(), y: Field::list(int64().check(made::is_even).nullable()) }
    good { (None, vec![]) (Some(2), vec![None, Some(0)]) }
    bad { (Some(1), vec![None, Some(1)]) => ["x: check", "y[1]: check"] }

    check_is_for_items_keys_and_values_too {
        #[field(items(check = compiled::is_even, min_value = 0))]
        x: Vec<i64>,
        #[field(keys(check = compiled::is_known), values(items(check = compiled::is_small)))]
        y: BTreeMap<String, Vec<i64>>,
    }
    made {
        x: Field::list(int64().check(made::is_even).min_value(0)),
        y: Field::dict(Field::str().check(made::is_known), Field::list(int64().check(made::is_small))),
    }
    good { (vec![0, 2], BTreeMap::from([(s("a"), vec![1])])) }
    bad {
        (vec![-1, 2, 1], BTreeMap::from([(s("a"), vec![1, 100]), (s("root"), vec![])])) => [
            "x[0]: check", "x[0]: min_value", "x[2]: check", "y['a'][1]: check", "y['root'].name: taken",
        ]
    }

    check_looks_through_pointers {
        #[field(check = compiled::is_known)]
        a: Box<str>,
        #[field(check = compiled::is_known)]
        b: std::rc::Rc<str>,
        #[field(check = compiled::is_known)]
        c: Cow<'static, str>,
        #[field(check = compiled::is_even)]
        d: Box<i64>,
        #[field(check = compiled::is_known)]
        e: Option<std::sync::Arc<str>>,
        #[field(check = compiled::is_short)]
        f: std::sync::Arc<[String]>,
    }
    made {
        a: Field::str().check(made::is_known),
        b: Field::str().check(made::is_known),
        c: Field::str().check(made::is_known),
        d: int64().check(made::is_even),
        e: Field::str().check(made::is_known).nullable(),
        f: Field::list(Field::str()).check(made::is_short),
    }
    good { ("a".into(), "a".into(), "a".into(), Box::new(0), None, [].into()) }
    bad {
        ("root".into(), "root".into(), "root".into(), Box::new(1), Some("root".into()), vec![s(""); 3].into()) => [
            "a.name: taken", "b.name: taken", "c.name: taken", "d: check", "e.name: taken", "f: check",
        ]
    }

    #[dataclass(check(compiled::is_ordered, fields(from, to)), check(compiled::is_near, fields(from, to, label)))]
    struct_checks_run_once_their_fields_are_clean {
        #[field(min_value = 0)]
        from: i64,
        to: i64,
        #[field(min_length = 1)]
        label: Option<String>,
    }
    made { from: int64().min_value(0), to: int64(), label: Field::str().min_length(1).nullable() }
    checks {
        StructCheck::new(["from", "to"], made::is_ordered),
        StructCheck::new(["from", "to", "label"], made::is_near),
    }
    good { (0, 9, None) (0, 20, Some(s("far"))) }
    bad {
        (5, 4, None) => ["check"]
        (0, 10, None) => ["to: far"]
        (-1, -2, None) => ["from: min_value"]
        (5, 4, Some(s(""))) => ["label: min_length", "check"]
        (0, 10, Some(s(""))) => ["label: min_length"]
    }

    #[dataclass(check(|a: &i64, b: &i64| a != b, fields(b, a)))]
    a_struct_check_may_be_a_closure { a: i64, #[field(multiple_of = 2)] b: i64 }
    made { a: int64(), b: int64().multiple_of(2) }
    checks { StructCheck::new(["b", "a"], |values: &[&Value]| values[0] != values[1]) }
    good { (1, 2) }
    bad { (2, 2) => ["check"] (3, 3) => ["b: multiple_of"] }

    matches_is_the_same_value {
        password: String,
        #[field(matches = password, message = "is another one")]
        again: String,
        #[field(min_length = 1, matches = other)]
        maybe: Option<String>,
        other: Option<String>,
    }
    made {
        password: Field::str(),
        again: Field::str().matches("password").message("is another one"),
        maybe: Field::str().min_length(1).matches("other").nullable(),
        other: Field::str().nullable(),
    }
    good { (s("a"), s("a"), Some(s("b")), Some(s("b"))) (s(""), s(""), None, Some(s("b"))) (s(""), s(""), Some(s("b")), None) }
    bad { (s("a"), s("b"), Some(s("")), Some(s("b"))) => ["again: matches", "maybe: min_length", "maybe: matches"] }

    matches_compares_what_there_is {
        a: f64,
        #[field(matches = a)]
        b: f64,
        c: Vec<Option<char>>,
        #[field(matches = c)]
        d: Vec<Option<char>>,
        e: (i64, bool),
        #[field(matches = e)]
        f: (i64, bool),
    }
    made {
        a: Field::float(),
        b: Field::float().matches("a"),
        c: Field::list(Field::str().nullable()),
        d: Field::list(Field::str().nullable()).matches("c"),
        e: Field::tuple([int64(), Field::bool()]),
        f: Field::tuple([int64(), Field::bool()]).matches("e"),
    }
    good { (0.0, -0.0, vec![None], vec![None], (1, true), (1, true)) }
    bad {
        (f64::NAN, f64::NAN, vec![None], vec![Some('a')], (1, true), (1, false)) => [
            "b: matches", "d: matches", "f: matches",
        ]
    }

    required_with_asks_for_a_value {
        card: Option<String>,
        #[field(required_with = card)]
        holder: Option<String>,
        #[field(items(ascii), required_with = holder, message = "say when", min_items = 1)]
        dates: Option<Vec<String>>,
        #[field(min_value = 0, required_with = holder)]
        amount: Option<i64>,
        #[field(required_with = amount)]
        unit: Option<char>,
    }
    made {
        card: Field::str().nullable(),
        holder: Field::str().required_with("card").nullable(),
        dates: Field::list(Field::str().ascii()).required_with("holder").message("say when").min_items(1).nullable(),
        amount: int64().min_value(0).required_with("holder").nullable(),
        unit: Field::str().required_with("amount").nullable(),
    }
    good { (None, None, None, None, Some('m')) (Some(s("1")), Some(s("a")), Some(vec![s("1")]), Some(1), Some('m')) }
    bad {
        (Some(s("1")), None, None, Some(1), None) => ["holder: required_with", "unit: required_with"]
        (None, Some(s("a")), None, Some(1), Some('m')) => ["dates: required_with"]
        (None, Some(s("a")), Some(vec![]), None, Some('m')) => ["dates: min_items", "amount: required_with"]
        (None, None, None, Some(-1), Some('m')) => ["amount: min_value"]
    }
}
