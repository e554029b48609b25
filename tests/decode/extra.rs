//! `extra`: names in data that no field has.

use metaclass::Field;
use metaclass::prelude::*;
use metaclass::spec::ClassSpec;

use super::{faults, is_refused, read};

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Open {
    x: u8,
    closed: Option<Closed>,
}

#[derive(Dataclass, Clone)]
#[dataclass(serde, extra = forbid)]
struct Closed {
    #[field(alias = "why")]
    y: u8,
    open: Option<Box<Open>>,
}

#[derive(Dataclass, Clone)]
#[dataclass(serde, extra = ignore)]
struct Ignoring {
    z: u8,
}

#[test]
fn unknown_names_are_passed_over_unless_said_otherwise() {
    let text = r#"{"a": [1, {"b": 2}], "x": 1, "X": 2, "": null, "a": 3}"#;
    assert_eq!(read::<Open>(text).x, 1);
    assert_eq!(read::<Ignoring>(r#"{"y": 1, "z": 2, "zz": 3}"#).z, 2);
}

#[test]
fn a_class_may_forbid_them() {
    is_refused::<Closed>(
        r#"{"x": 1, "y": 2, "Y": 3, "y ": 4, "Why": 5}"#,
        &["1:2 x: unknown field", "1:18 Y: unknown field", "1:26 ['y ']: unknown field", "1:35 Why: unknown field"],
    );
    assert_eq!(read::<Closed>(r#"{"why": 1}"#).y, 1);
    is_refused::<Closed>(r#"{"z": 1}"#, &["1:1 y: required", "1:2 z: unknown field"]);
}

#[test]
fn each_class_says_it_for_itself() {
    is_refused::<Open>(
        r#"{"a": 1, "x": 1, "closed": {"a": 1, "y": 2, "open": {"b": 1, "x": 1, "closed": {"c": 1, "y": 1}}}}"#,
        &["1:81 closed.open.closed.c: unknown field", "1:29 closed.a: unknown field"],
    );
}

#[test]
fn names_are_told_escaped() {
    is_refused::<Closed>(
        r#"{"y": 1, "a.b": 1, "c/d": 1, "\u202e": 1, "e\"'": 1, "\n": 1}"#,
        &[
            "1:10 ['a.b']: unknown field",
            "1:20 ['c/d']: unknown field",
            r"1:30 ['\u202e']: unknown field",
            r#"1:43 ['e"\'']: unknown field"#,
            r"1:54 ['\n']: unknown field",
        ],
    );
}

#[test]
fn classes_made_at_run_time_forbid_them_by_default() {
    let class = ClassSpec::define("C", [("x", Field::int())]).unwrap();
    assert_eq!(faults(&class.decode_json(r#"{"x": 1, "y": 2}"#).unwrap_err()), ["1:10 y: unknown field"]);
    let open = class.with_options(Open::spec().options());
    assert!(open.decode_json(r#"{"x": 1, "y": 2}"#).is_ok());
}

#[test]
fn an_empty_class_reads_any_dict() {
    #[derive(Dataclass)]
    #[dataclass(serde)]
    struct Empty {}

    #[derive(Dataclass)]
    #[dataclass(serde, extra = forbid)]
    struct Nothing {}

    read::<Empty>(r#"{"a": 1}"#);
    read::<Nothing>("{}");
    is_refused::<Nothing>(r#"{"a": 1}"#, &["1:2 a: unknown field"]);
    is_refused::<Empty>("[]", &["1:1 expected Empty, got list"]);
}
