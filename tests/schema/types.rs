//! Each type, and what it becomes.

use std::collections::{BTreeSet, HashMap};

use metaclass::prelude::*;
use metaclass::spec::{ClassRef, Text, TypeSpec};
use metaclass::{Field, FieldType};
use serde_json::{Value as Json, json};

use super::{Address, schema_of};

fn rows() -> Vec<(TypeSpec, Json)> {
    let integer = |min: i64, max: i64| json!({ "type": "integer", "minimum": min, "maximum": max });
    let text = json!({ "type": "string" });
    vec![
        (Value::TYPE, json!({})),
        (<()>::TYPE, json!({ "type": "null" })),
        (bool::TYPE, json!({ "type": "boolean" })),
        (u8::TYPE, integer(0, 255)),
        (i32::TYPE, integer(i32::MIN.into(), i32::MAX.into())),
        (u64::TYPE, json!({ "type": "integer", "minimum": 0, "maximum": u64::MAX })),
        (u128::TYPE, json!({ "type": "integer", "minimum": 0 })),
        (i128::TYPE, json!({ "type": "integer" })),
        (f32::TYPE, json!({ "type": "number" })),
        (String::TYPE, text.clone()),
        (char::TYPE, text.clone()),
        (Vec::<u8>::TYPE, json!({ "type": "array", "items": integer(0, 255) })),
        (Option::<String>::TYPE, json!({ "anyOf": [text, { "type": "null" }] })),
        (Option::<Option<bool>>::TYPE, json!({ "anyOf": [{ "type": "boolean" }, { "type": "null" }] })),
        (Vec::<Vec<String>>::TYPE, json!({ "type": "array", "items": { "type": "array", "items": text } })),
        (BTreeSet::<u8>::TYPE, json!({ "type": "array", "items": integer(0, 255), "uniqueItems": true })),
        (HashMap::<String, bool>::TYPE, json!({ "type": "object", "additionalProperties": { "type": "boolean" } })),
        (HashMap::<char, Value>::TYPE, json!({ "type": "object", "additionalProperties": {} })),
        (
            HashMap::<u8, String>::TYPE,
            json!({
                "type": "object",
                "propertyNames": { "pattern": "^(0|-?[1-9][0-9]*)$", "x-key": integer(0, 255) },
                "additionalProperties": text,
            }),
        ),
        (
            HashMap::<bool, String>::TYPE,
            json!({
                "type": "object",
                "propertyNames": { "enum": ["true", "false"], "x-key": { "type": "boolean" } },
                "additionalProperties": text,
            }),
        ),
        (
            <(String, f64)>::TYPE,
            json!({
                "type": "array",
                "prefixItems": [text, { "type": "number" }],
                "items": false,
                "minItems": 2,
                "maxItems": 2,
            }),
        ),
        (TypeSpec::Tuple(vec![].into()), json!({ "type": "array", "items": false, "minItems": 0, "maxItems": 0 })),
        (Address::TYPE, json!({ "$ref": "#/$defs/Address" })),
        (TypeSpec::Class(ClassRef::Named(Text::new("Unknown"))), json!({ "type": "object", "title": "Unknown" })),
        (TypeSpec::Opaque(Text::new("Uuid")), json!({ "x-rust-type": "Uuid" })),
        (TypeSpec::Opaque(Text::new("")), json!({})),
    ]
}

#[test]
fn a_type_has_a_schema() {
    for (ty, expected) in rows() {
        assert_eq!(schema_of(Field::of(ty.clone())), expected, "{ty}");
    }
}

#[test]
fn every_type_has_a_row() {
    let name = |ty: &TypeSpec| format!("{ty:?}").split([' ', '(']).next().unwrap().to_owned();
    let found: BTreeSet<String> = rows().iter().map(|(ty, _)| name(ty)).collect();
    let wanted = [
        "Any", "Bool", "Bytes", "Class", "Dict", "Float", "Int", "List", "None", "Opaque", "Option", "Set", "Str",
        "Tuple",
    ];
    assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), wanted);
}
