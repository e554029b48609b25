//! `ValidationError` and what it is made of, as JSON.

use metaclass::prelude::*;
use metaclass::spec::ClassSpec;
use metaclass::validate::{Issue, Report};
use metaclass::value::Dict;
use metaclass::{Field, Path, Segment};
use serde_json::json;

fn user() -> ClassSpec {
    let fields = [
        ("name", Field::str().min_length(3)),
        ("scores", Field::dict(Field::str().ascii(), Field::float().max_value(1))),
        ("password", Field::str().min_length(8).secret().rename("pass-word")),
        ("kind", Field::str().one_of(["a", "b"].map(|text| metaclass::spec::Literal::Str(text.into())))),
        ("id", Field::int()),
    ];
    ClassSpec::define("User", fields).unwrap()
}

#[test]
fn a_report_is_the_list_of_its_faults() {
    let data = Dict::from([
        ("name", Value::from("Al")),
        ("scores", Dict::from([("é", 0.5), ("b/c", 1.5)]).into()),
        ("pass-word", "sesame".into()),
        ("kind", "c".into()),
        ("nmae", Value::None),
    ]);
    let error = user().validate(&data).unwrap_err();
    let expected = json!([
        {
            "path": "/name",
            "code": "min_length",
            "params": {"limit": 3, "actual": 2},
            "message": "must have at least 3 characters",
        },
        // The key is at fault: it has the place of its value.
        {"path": "/scores/é", "code": "ascii", "params": {}, "message": "must be ASCII"},
        {
            "path": "/scores/b~1c",
            "code": "max_value",
            "params": {"limit": 1, "actual": 1.5},
            "message": "must be at most 1",
        },
        // Nothing of a secret is told.
        {
            "path": "/pass-word",
            "code": "min_length",
            "params": {"limit": 8},
            "message": "must have at least 8 characters",
        },
        {
            "path": "/kind",
            "code": "one_of",
            "params": {"allowed": ["a", "b"]},
            "message": "must be one of ['a', 'b']",
        },
        {"path": "/id", "code": "missing", "params": {}, "message": "required"},
        {"path": "/nmae", "code": "unknown_field", "params": {}, "message": "unknown field"},
    ]);
    assert_eq!(serde_json::to_value(&error).unwrap(), expected);
    assert!(!serde_json::to_string(&error).unwrap().contains("sesame"));
}

#[test]
fn a_fault_is_written_in_this_order() {
    let issue = Issue::check("is \u{202e}taken").with_param("by", "x").at(1).at("names").with_place(3, 5);
    assert_eq!(
        serde_json::to_string(&issue).unwrap(),
        r#"{"path":"/names/1","code":"check","params":{"by":"x"},"message":"is \\u202etaken","line":3,"column":5}"#
    );
}

#[test]
fn a_report_that_is_not_whole_has_the_faults_that_were_kept() {
    let mut report = Report::with_max_issues(1);
    user().validate_into(&Dict::new(), &mut report);
    let error = report.finish().unwrap_err();
    assert!(error.truncated());
    assert_eq!(serde_json::to_value(&error).unwrap().as_array().unwrap().len(), 1);
}

#[test]
fn a_path_is_a_json_pointer() {
    let path: Path = [Segment::from("a"), 0.into(), Segment::Key("".into()), "~/".into()].into_iter().collect();
    assert_eq!(serde_json::to_value(&path).unwrap(), json!("/a/0//~0~1"));
    assert_eq!(serde_json::to_value(Path::root()).unwrap(), json!(""));
}
