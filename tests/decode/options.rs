//! `Option`, missing, `null`, `required` and defaults.

use std::rc::Rc;

use metaclass::prelude::*;

use super::{is_refused, read};

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Options {
    plain: Option<i64>,
    boxed: Box<Option<i64>>,
    counted: Rc<Option<String>>,
    double: Option<Option<i64>>,
    list: Option<Vec<Option<i64>>>,
    any: Option<Value>,
}

#[test]
fn what_may_be_none_may_be_missing() {
    let missing: Options = read("{}");
    let none: Options =
        read(r#"{"plain": null, "boxed": null, "counted": null, "double": null, "list": null, "any": null}"#);
    assert_eq!((missing.plain, *missing.boxed, &*missing.counted), (None, None, &None));
    assert_eq!((missing.list.as_ref(), missing.double), (None, None));
    assert_eq!(none, missing);
    let some: Options = read(r#"{"plain": 1, "boxed": 2, "counted": "3", "double": 4, "list": [5, null], "any": 6}"#);
    assert_eq!((some.plain, *some.boxed, some.double), (Some(1), Some(2), Some(Some(4))));
    assert_eq!((some.list, some.any), (Some(vec![Some(5), None]), Some(6.into())));
}

#[test]
fn a_wrong_value_is_no_missing_one() {
    is_refused::<Options>(
        r#"{"plain": "1", "boxed": "2", "counted": 3, "double": "4", "list": {"5": 6}}"#,
        &[
            "1:11 plain: expected int, got str",
            "1:25 boxed: expected int, got str",
            "1:41 counted: expected str, got int",
            "1:54 double: expected int, got str",
            "1:67 list: expected list[int | None], got dict",
        ],
    );
}

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Required {
    #[field(required)]
    option: Option<i64>,
    #[field(required, min_length = 2)]
    text: Option<String>,
    value: i64,
    any: Value,
    unit: (),
}

#[test]
fn what_is_required_is_neither_missing_nor_none() {
    let all = ["option", "text", "value", "any"].map(|name| format!("1:1 {name}: required"));
    let mut all: Vec<&str> = all.iter().map(String::as_str).collect();
    all.push("1:1 unit: required");
    is_refused::<Required>("{}", &all);
    is_refused::<Required>(
        r#"{"option": null, "text": null, "value": null, "any": null, "unit": null}"#,
        &["1:12 option: required", "1:26 text: required", "1:41 value: expected int, got NoneType"],
    );
    is_refused::<Required>(
        r#"{"option": "x", "text": "x", "value": 1, "any": 1, "unit": 1}"#,
        &[
            "1:12 option: expected int, got str",
            "1:25 text: must have at least 2 characters",
            "1:60 unit: expected None, got int",
        ],
    );
}

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Defaults {
    #[field(default = 3)]
    a: i64,
    #[field(default = "x", into)]
    b: String,
    #[field(default)]
    c: Vec<i64>,
    #[field(default = Some(5))]
    d: Option<i64>,
    #[field(default = a + 1)]
    e: i64,
    #[field(default = b.len() + c.len())]
    f: usize,
    #[field(default = vec![Self::first(); 2])]
    g: Vec<i64>,
    #[field(default = e * 2, min_value = 9)]
    h: i64,
}

impl Defaults {
    fn first() -> i64 {
        7
    }
}

#[test]
fn a_default_stands_for_what_is_missing_and_not_for_what_is_none() {
    is_refused::<Defaults>("{}", &["1:1 h: must be at least 9"]);
    let defaults: Defaults = read(r#"{"a": 4}"#);
    assert_eq!((defaults.a, defaults.b.as_str(), defaults.c.len(), defaults.d), (4, "x", 0, Some(5)));
    assert_eq!((defaults.e, defaults.f, defaults.g, defaults.h), (5, 1, vec![7, 7], 10));
    let defaults: Defaults = read(r#"{"h": 9, "e": 1, "d": null, "c": [1, 2], "b": "abc"}"#);
    assert_eq!((defaults.a, defaults.d, defaults.e, defaults.f, defaults.h), (3, None, 1, 5, 9));
    is_refused::<Defaults>(
        r#"{"a": null, "b": null, "c": null, "d": null, "h": 9}"#,
        &[
            "1:7 a: expected int, got NoneType",
            "1:18 b: expected str, got NoneType",
            "1:29 c: expected list[int], got NoneType",
        ],
    );
}

#[test]
fn a_default_that_needs_a_faulty_field_is_not_computed() {
    is_refused::<Defaults>(r#"{"a": "x"}"#, &["1:7 a: expected int, got str"]);
    is_refused::<Defaults>(
        r#"{"b": 1, "c": [1, "x"], "a": 9}"#,
        &["1:7 b: expected str, got int", "1:19 c[1]: expected int, got str"],
    );
}
