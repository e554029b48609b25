//! What is told where several schemas are composed.

use super::says;

#[test]
fn of_several_types_the_one_that_fits_is_told() {
    let schema = r#"{"anyOf": [{"type": "string", "minLength": 3}, {"type": "null"}]}"#;
    says(schema, "null", &[]);
    says(schema, "\"ab\"", &["must have at least 3 characters"]);
    says(schema, "1", &["expected str | None, got int"]);
    let schema = r##"{"oneOf": [{"$ref": "#/$defs/Point"}, {"type": "array"}],
        "$defs": {"Point": {"title": "Point", "type": "object", "required": ["x"]}}}"##;
    says(schema, "{}", &["x: required"]);
    says(schema, "1", &["expected Point | list, got int"]);
}

#[test]
fn of_several_classes_the_one_that_is_named_is_told() {
    let schema = r#"{"oneOf": [
        {"properties": {"kind": {"const": "circle"}, "radius": {"type": "number"}}, "required": ["kind", "radius"]},
        {"properties": {"kind": {"const": "square"}, "side": {"type": "number"}}, "required": ["kind", "side"]}
    ]}"#;
    says(schema, r#"{"kind": "circle", "radius": "1"}"#, &["radius: expected float, got str"]);
    says(schema, r#"{"kind": "square"}"#, &["side: required"]);
    says(schema, r#"{"kind": "point"}"#, &["must match one of 2 alternatives"]);
    says(schema, r#"{"side": 1}"#, &["must match one of 2 alternatives"]);
}

#[test]
fn where_several_could_be_meant_none_is_told() {
    says(r#"{"anyOf": [{"minimum": 3}, {"maximum": 1}]}"#, "2", &["must match one of 2 alternatives"]);
    says(
        r#"{"oneOf": [{"minimum": 3}, {"multipleOf": 2}, {"const": 4}]}"#,
        "4",
        &["must match only one of 3 alternatives, and matches [0, 1, 2]"],
    );
    says(r#"{"not": {"type": "integer"}}"#, "4", &["must not match what is excluded"]);
    says("false", "4", &["nothing is allowed here"]);
    says(r#"{"properties": {"a": false}}"#, r#"{"a": 1}"#, &["a: nothing is allowed here"]);
}

#[test]
fn a_condition_tells_what_its_branch_tells() {
    let schema =
        r#"{"if": {"properties": {"a": {"const": 1}}}, "then": {"required": ["b"]}, "else": {"required": ["c"]}}"#;
    says(schema, r#"{"a": 1}"#, &["b: required"]);
    says(schema, r#"{"a": 2}"#, &["c: required"]);
    says(r#"{"if": {"minimum": 3}, "then": false}"#, "3", &["nothing is allowed here"]);
    says(r#"{"dependentSchemas": {"a": {"minProperties": 2}}}"#, r#"{"a": 1}"#, &["must have at least 2 properties"]);
}
