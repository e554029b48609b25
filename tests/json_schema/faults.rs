//! Place, code and text of each fault, and their order.

use metaclass::json_schema::JsonSchema;
use metaclass::validate::Report;
use metaclass::{DecodeError, Limits, Value};

use super::says;

#[test]
fn types_have_the_names_of_classes() {
    for (ty, name) in [
        ("boolean", "bool"),
        ("integer", "int"),
        ("number", "float"),
        ("array", "list"),
        ("object", "dict"),
        ("null", "None"),
    ] {
        says(&format!(r#"{{"type": "{ty}"}}"#), "\"a\"", &[&format!("expected {name}, got str")]);
    }
    says(r#"{"type": "string"}"#, "1", &["expected str, got int"]);
    says(r#"{"type": ["null", "string"]}"#, "1.5", &["expected str | None, got float"]);
    says(r#"{"type": ["integer", "number", "boolean"]}"#, "null", &["expected bool | float, got NoneType"]);
    says(r#"{"type": "object", "title": "User"}"#, "1", &["expected User, got int"]);
    says(r#"{"type": "object", "title": "A user, or two"}"#, "1", &["expected dict, got int"]);
}

#[test]
fn a_value_of_another_type_has_one_fault() {
    says(
        r#"{"type": "string", "enum": ["a"], "not": {"type": "integer"}, "minLength": 1}"#,
        "1",
        &["expected str, got int"],
    );
}

#[test]
fn faults_have_the_order_of_the_schema() {
    let schema = r#"{
        "properties": {
            "b": {"type": "array", "minItems": 3, "items": {"minimum": 0}, "uniqueItems": true},
            "a": {"maxLength": 1, "minLength": 5, "allOf": [{"const": "x"}]},
            "gone": true
        },
        "required": ["a", "gone", "other"],
        "maxProperties": 2,
        "additionalProperties": false,
        "dependentRequired": {"a": ["c"]},
        "allOf": [{"required": ["last"]}]
    }"#;
    says(
        schema,
        r#"{"y": 1, "a": "abc", "b": [-1, -1], "x": 2}"#,
        &[
            "must have at most 2 properties",
            "b: must have at least 3 items",
            "b: must not have the same item twice",
            "b[0]: must be at least 0",
            "b[1]: must be at least 0",
            "a: must have at most 1 character",
            "a: must have at least 5 characters",
            "a: must be 'x'",
            "gone: required",
            "other: required",
            "c: required with 'a'",
            "y: unknown field",
            "x: unknown field",
            "last: required",
        ],
    );
}

#[test]
fn names_and_values_of_objects_are_told_apart() {
    let schema = r#"{"propertyNames": {"maxLength": 2}, "additionalProperties": {"type": "integer"}}"#;
    says(
        schema,
        r#"{"abc": "x", "d": 1}"#,
        &["['abc']: must have at most 2 characters", "['abc']: expected int, got str"],
    );
    let schema: JsonSchema = schema.parse().unwrap();
    let DecodeError::Invalid(error) = schema.decode_json("{\n  \"abc\":\n    \"x\"\n}").unwrap_err() else { panic!() };
    let places: Vec<_> = error.issues().iter().map(|issue| (issue.line(), issue.column())).collect();
    assert_eq!(places, [(Some(2), Some(3)), (Some(3), Some(5))]);
}

#[test]
fn patterns_say_what_properties_are() {
    let schema =
        r#"{"patternProperties": {"^a": {"minimum": 1}, "b$": {"maximum": 1}}, "additionalProperties": false}"#;
    says(
        schema,
        r#"{"a": 0, "ab": 2, "b": 1, "c": 1}"#,
        &["['a']: must be at least 1", "['ab']: must be at most 1", "c: unknown field"],
    );
}

#[test]
fn items_are_looked_at_by_their_positions() {
    let schema = r#"{"prefixItems": [{"const": 1}, true, {"type": "null"}], "items": false}"#;
    says(schema, "[2, 2, 2, 2]", &["[0]: must be 1", "[2]: expected None, got int", "[3]: nothing is allowed here"]);
    says(schema, "[1]", &[]);
    says(
        r#"{"contains": {"type": "null"}, "minContains": 2, "maxContains": 3}"#,
        "[1, null]",
        &["must have at least 2 items of the kind asked for, has 1"],
    );
    says(
        r#"{"contains": {"type": "null"}, "maxContains": 1}"#,
        "[null, null]",
        &["must have at most 1 item of the kind asked for, has 2"],
    );
}

#[test]
fn what_is_said_twice_of_one_value_is_told_once() {
    let schema = r##"{"allOf": [{"$ref": "#/$defs/a"}, {"$ref": "#/$defs/a"}, {"minimum": 3}],
        "$defs": {"a": {"minimum": 3, "multipleOf": 2}}}"##;
    says(schema, "1", &["must be at least 3", "must be a multiple of 2"]);
}

#[test]
fn values_within_enum_and_const_are_compared_as_json() {
    says(r#"{"enum": [[1], {"a": false}, null]}"#, "[true]", &["must be one of [[1], {'a': False}, None]"]);
    says(r#"{"enum": [[1], {"a": false}, null]}"#, r#"{"a": 0}"#, &["must be one of [[1], {'a': False}, None]"]);
    says(r#"{"enum": [[1], {"a": false}, null]}"#, "[1.0]", &[]);
    says(r#"{"const": {"a": [0]}}"#, r#"{"a": [false]}"#, &["must be {'a': [0]}"]);
    says(r#"{"const": null}"#, "0", &["must be None"]);
}

#[test]
fn a_report_keeps_the_first_faults() {
    let schema: JsonSchema = r#"{"items": {"type": "null"}}"#.parse().unwrap();
    let data = Value::from(vec![1; 1_000]);
    let error = schema.validate(&data).unwrap_err();
    assert_eq!((error.issues().len(), error.truncated()), (100, true));
    let mut report = Report::with_max_issues(2);
    schema.validate_into(&data, &mut report);
    assert_eq!(report.len(), 2);
    let error = schema.decode_json_with("[1, 2, 3, 4]", &Limits::new().max_issues(3)).unwrap_err();
    assert_eq!(error.issues().len(), 3);
}

#[test]
fn text_is_read_and_checked() {
    let schema: JsonSchema = r#"{"items": {"maximum": 2}}"#.parse().unwrap();
    assert_eq!(schema.decode_json("[1, 2]").unwrap(), vec![1, 2].into());
    let DecodeError::Invalid(error) = schema.decode_json("[1,\n 3]").unwrap_err() else { panic!() };
    assert_eq!((error.issues()[0].line(), error.issues()[0].column()), (Some(2), Some(2)));
    assert!(matches!(schema.decode_json("[1,"), Err(DecodeError::Syntax { .. })));
    assert!(schema.decode_json(r#"{"a": 1, "a": 1}"#).is_err());
}

#[test]
fn what_json_does_not_have_is_of_no_type() {
    let none = |schema: &str, value: Value| !schema.parse::<JsonSchema>().unwrap().is_valid(&value);
    let every = r#"{"type": ["null", "boolean", "number", "string", "array", "object"]}"#;
    for value in [Value::from(f64::NAN), f64::INFINITY.into(), metaclass::value::Bytes::from(vec![1]).into()] {
        assert!(none(every, value.clone()) && !none("{}", value));
    }
    assert!(none(r#"{"minimum": 0}"#, f64::NAN.into()));
    assert!(!none(
        r#"{"type": "array", "items": {"type": "null"}}"#,
        metaclass::value::Tuple::from(vec![Value::None]).into()
    ));
}

#[test]
fn the_output_of_json_schema_names_the_keywords() {
    let schema: JsonSchema = r#"{"anyOf": [{"minimum": 1}, {"maximum": -1}], "not": {"const": 0},
        "oneOf": [true, true]}"#
        .parse()
        .unwrap();
    let list = schema.validate(&0.into()).unwrap_err().to_list().to_string();
    for keyword in ["'anyOf': 'must match one of 2 alternatives'", "'not': ", "'oneOf': "] {
        assert!(list.contains(keyword), "{list}");
    }
}
