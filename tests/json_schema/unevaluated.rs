//! What no other schema of a value looks at: where the faults are.

use metaclass::json_schema::JsonSchema;
use metaclass::{Error, Registry, Value};

use super::says;

#[test]
fn a_name_that_nobody_knows_is_told() {
    let schema = r#"{"allOf": [{"properties": {"a": {"type": "integer"}}}], "unevaluatedProperties": false}"#;
    says(schema, r#"{"b": 1, "a": 2, "c": 3}"#, &["b: unknown field", "c: unknown field"]);
    // What is known and wrong is not unknown as well.
    says(schema, r#"{"a": "x", "b": 1}"#, &["a: expected int, got str", "b: unknown field"]);
    let schema = r#"{"properties": {"a": {}}, "unevaluatedProperties": {"type": "integer"}}"#;
    says(schema, r#"{"a": "x", "b": "y"}"#, &["['b']: expected int, got str"]);
}

#[test]
fn an_item_that_nobody_knows_is_told() {
    let schema = r#"{"anyOf": [{"prefixItems": [{"const": 1}]}, {"prefixItems": [{"const": 2}, {}]}], "unevaluatedItems": false}"#;
    says(schema, "[1, 2]", &["[1]: nothing is allowed here"]);
    says(schema, "[2, 2, 3, 4]", &["[2]: nothing is allowed here", "[3]: nothing is allowed here"]);
    says(
        r#"{"contains": {"const": 1}, "unevaluatedItems": {"type": "string"}}"#,
        "[1, 2]",
        &["[1]: expected str, got int"],
    );
}

#[test]
fn what_the_class_of_a_registry_reads_is_known() -> Result<(), Error> {
    let registry = Registry::new();
    registry.load(
        r#"{"$id": "https://example.org/a", "title": "A", "type": "object", "properties": {"a": {"type": "integer"}}}"#,
    )?;
    let text = r#"{"$ref": "https://example.org/a", "unevaluatedProperties": false}"#;
    let schema = JsonSchema::loader().registry(&registry).load(text)?;
    let value = |text: &str| metaclass::json::from_str::<Value>(text).unwrap();
    assert!(schema.is_valid(&value(r#"{"a": 1}"#)));
    assert!(!schema.is_valid(&value(r#"{"a": "x"}"#)) && !schema.is_valid(&value(r#"{"a": 1, "b": 1}"#)));
    Ok(())
}
