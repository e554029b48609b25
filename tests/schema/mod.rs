//! JSON Schema: what a class, each type and each rule become.

mod bases;
mod rules;
mod types;

use std::collections::BTreeMap;

use metaclass::Field;
use metaclass::prelude::*;
use metaclass::spec::ClassSpec;
use serde_json::json;

/// A value as JSON.
fn to_json(value: &Value) -> serde_json::Value {
    match value {
        Value::None => json!(null),
        Value::True => json!(true),
        Value::False => json!(false),
        Value::Int(value) => json!(value),
        Value::Wide(value) => json!(u64::try_from(value.get()).unwrap()),
        Value::Float(value) => json!(value.get()),
        Value::Str(text) => json!(**text),
        Value::List(items) => items.iter().map(to_json).collect(),
        Value::Dict(entries) => entries.iter().map(|(name, value)| (name.to_string(), to_json(value))).collect(),
        other => panic!("no schema has {other:?}"),
    }
}

/// The schema of the value of a field.
fn schema_of(field: Field) -> serde_json::Value {
    let class = ClassSpec::define("C", [("x", field)]).unwrap();
    to_json(&class.json_schema())["properties"]["x"].take()
}

/// What a person may have.
#[derive(Dataclass)]
struct Address {
    street: String,
    #[field(pattern = r"^\d{5}$")]
    zip: Option<String>,
    #[field(items(min_value = 0.0), min_items = 2, max_items = 3)]
    place: Vec<f64>,
}

fn is_adult(age: &u8) -> bool {
    *age >= 18
}

fn are_different(email: &str, name: &str) -> bool {
    email != name
}

fn nothing() -> Vec<Address> {
    vec![]
}

/// Somebody.
///
/// With an account.
#[derive(Dataclass)]
#[dataclass(check(are_different, fields(email, name)), post_init = Self::count, init_var(source: &'static str = "web"))]
struct Person {
    /// How they are called.
    #[field(min_length = 1, max_length = 40, transform(trim))]
    name: String,
    #[field(format = email, rename = "e-mail", alias = "mail")]
    email: String,
    #[field(check = is_adult, max_value = 150)]
    age: u8,
    #[field(secret, min_length = 8, ascii)]
    password: String,
    #[field(matches = password, secret)]
    again: String,
    #[field(one_of = ["red", "green"], required_with = friends, metadata(widget = "list"))]
    color: Option<String>,
    #[field(required)]
    balance: Option<i64>,
    #[field(default = 1.5)]
    factor: f64,
    #[field(default = nothing())]
    addresses: Vec<Address>,
    #[field(default, keys(min_length = 2), values(unique_items))]
    friends: Option<BTreeMap<String, Vec<u32>>>,
    #[field(default)]
    parent: Option<Box<Person>>,
    #[field(init = false, default)]
    visits: u64,
}

impl Person {
    fn count(&mut self, source: &str) {
        self.visits += u64::from(source == "web");
    }
}

#[test]
fn a_class_is_described_with_all_that_it_says() {
    let expected = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Person",
        "description": "Somebody.\n\nWith an account.",
        "type": "object",
        "properties": {
            "name": {
                "type": "string",
                "description": "How they are called.",
                "x-transform": ["trim"],
                "x-transformed": { "type": "string", "minLength": 1, "maxLength": 40 },
            },
            "e-mail": { "type": "string", "format": "email" },
            "mail": { "type": "string", "format": "email", "x-alias-of": "e-mail" },
            "age": { "type": "integer", "minimum": 0, "maximum": 150, "x-check": "is_adult" },
            "password": { "type": "string", "minLength": 8, "pattern": r"^[\x00-\x7F]*$", "writeOnly": true },
            "again": { "type": "string", "x-matches": "password", "writeOnly": true },
            "color": {
                "anyOf": [{ "type": "string", "enum": ["red", "green"] }, { "type": "null" }],
                "x-required-with": ["friends"],
                "x-metadata": { "widget": "list" },
            },
            "balance": { "type": "integer", "minimum": i64::MIN, "maximum": i64::MAX },
            "factor": { "type": "number", "default": 1.5 },
            "addresses": { "type": "array", "items": { "$ref": "#/$defs/Address" } },
            "friends": {
                "anyOf": [
                    {
                        "type": "object",
                        "propertyNames": { "minLength": 2 },
                        "additionalProperties": {
                            "type": "array",
                            "items": { "type": "integer", "minimum": 0, "maximum": u32::MAX },
                            "uniqueItems": true,
                        },
                    },
                    { "type": "null" },
                ],
                "default": null,
            },
            "parent": { "anyOf": [{ "$ref": "#" }, { "type": "null" }], "default": null },
            "source": { "type": "string", "default": "web" },
        },
        "required": ["name", "age", "password", "again", "balance"],
        "allOf": [
            { "anyOf": [{ "required": ["e-mail"] }, { "required": ["mail"] }] },
            {
                "if": { "required": ["friends"], "properties": { "friends": { "not": { "type": "null" } } } },
                "then": { "required": ["color"], "properties": { "color": { "not": { "type": "null" } } } },
            },
        ],
        "x-checks": [{ "name": "are_different", "fields": ["e-mail", "name"] }],
        "$defs": {
            "Address": {
                "title": "Address",
                "description": "What a person may have.",
                "type": "object",
                "properties": {
                    "street": { "type": "string" },
                    "zip": { "anyOf": [{ "type": "string", "pattern": r"^[\p{Nd}]{5}$" }, { "type": "null" }] },
                    "place": {
                        "type": "array",
                        "items": { "type": "number", "minimum": 0.0 },
                        "minItems": 2,
                        "maxItems": 3,
                    },
                },
                "required": ["street", "place"],
            },
        },
    });
    assert_eq!(to_json(&Person::json_schema()), expected);
    assert_eq!(Person::json_schema(), Person::spec().json_schema());
}

#[test]
fn groups_of_fields_have_words() {
    #[derive(Dataclass)]
    #[dataclass(exactly_one(a, b), at_least_one(b, c), requires(a, c), conflicts(b, c))]
    struct Grouped {
        #[field(default, alias = "A")]
        a: Option<u8>,
        #[field(default = true)]
        b: bool,
        #[field(default = "x", into)]
        c: String,
    }

    let not_null = |name: &str| json!({ "required": [name], "properties": { name: { "not": { "type": "null" } } } });
    let not = |name: &str, default: serde_json::Value| json!({ "required": [name], "properties": { name: { "not": { "const": default } } } });
    let (a, b, c) = (json!({ "anyOf": [not_null("a"), not_null("A")] }), not("b", json!(true)), not("c", json!("x")));
    let expected = json!([
        { "oneOf": [a, b] },
        { "anyOf": [b, c] },
        { "if": a, "then": { "allOf": [c] } },
        { "oneOf": [b, c, { "not": { "anyOf": [b, c] } }] },
    ]);
    assert_eq!(to_json(&Grouped::json_schema())["allOf"], expected);
}
