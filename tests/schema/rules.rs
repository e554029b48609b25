//! Each rule, and what it becomes.

use std::collections::BTreeSet;

use metaclass::Field;
use metaclass::prelude::*;
use metaclass::spec::{Literal, Text};
use metaclass::validate::rules::KEYS;
use metaclass::validate::{Format, Unit};
use serde_json::{Value as Json, json};

use super::schema_of;

fn is_even(value: &Value) -> bool {
    value.as_int().is_some_and(|value| value % 2 == 0)
}

/// Rules by their keys, and what the schema says besides the type.
fn rows() -> Vec<(&'static str, Field, Json)> {
    let (text, number, list) = (Field::str, Field::float, || Field::list(Field::str()));
    let dict = || Field::dict(Field::str(), Field::bool());
    let word = |word: &'static str| Literal::Str(Text::new(word));
    vec![
        ("min_length", text().min_length(3), json!({ "minLength": 3 })),
        ("min_length", text().min_length(3).unit(Unit::Bytes), json!({ "x-min-length-bytes": 3 })),
        ("max_length", text().max_length(3), json!({ "maxLength": 3 })),
        ("max_length", text().max_length(3).unit(Unit::Utf16), json!({ "x-max-length-utf16": 3 })),
        ("min_items", list().min_items(1), json!({ "minItems": 1 })),
        ("max_items", list().max_items(9), json!({ "maxItems": 9 })),
        ("unique_items", list().unique_items(), json!({ "uniqueItems": true })),
        ("min_properties", dict().min_properties(1), json!({ "minProperties": 1 })),
        ("max_properties", dict().max_properties(9), json!({ "maxProperties": 9 })),
        ("min_value", number().min_value(0), json!({ "minimum": 0 })),
        ("max_value", number().max_value(0.5), json!({ "maximum": 0.5 })),
        ("exclusive_min", number().exclusive_min(0), json!({ "exclusiveMinimum": 0 })),
        ("exclusive_max", number().exclusive_max(u64::MAX), json!({ "exclusiveMaximum": u64::MAX })),
        ("multiple_of", number().multiple_of(0.01), json!({ "multipleOf": 0.01 })),
        ("finite", number().finite(), json!({})),
        ("starts_with", text().starts_with("a.b"), json!({ "pattern": r"^a\.b" })),
        ("ends_with", text().ends_with("$"), json!({ "pattern": r"\$$" })),
        ("contains", text().contains("[é-]/"), json!({ "pattern": r"\[é-\]/" })),
        ("not_contains", text().not_contains("(a|b)"), json!({ "not": { "type": "string", "pattern": r"\(a\|b\)" } })),
        ("ascii", text().ascii(), json!({ "pattern": r"^[\x00-\x7F]*$" })),
        ("alphanumeric", text().alphanumeric(), json!({ "pattern": r"^[\p{Alphabetic}\p{N}]*$" })),
        ("lowercase", text().lowercase(), json!({ "pattern": r"^\P{Uppercase}*$" })),
        ("uppercase", text().uppercase(), json!({ "pattern": r"^\P{Lowercase}*$" })),
        ("format", text().format(Format::DateTime), json!({ "format": "date-time" })),
        ("pattern", text().pattern("^[a-z]+$"), json!({ "pattern": "^[a-z]+$" })),
        ("pattern", text().pattern(r"\b{start}a"), json!({ "x-pattern": r"\b{start}a" })),
        ("one_of", text().one_of([word("a"), word("b")]), json!({ "enum": ["a", "b"] })),
        ("equals", text().equals(word("a")), json!({ "const": "a" })),
        ("items", Field::list(text().max_length(1)), json!({ "items": { "type": "string", "maxLength": 1 } })),
        ("keys", Field::dict(text().max_length(1), Field::bool()), json!({ "propertyNames": { "maxLength": 1 } })),
        (
            "values",
            Field::dict(text(), number().min_value(0)),
            json!({ "additionalProperties": { "type": "number", "minimum": 0 } }),
        ),
        ("check", text().check(is_even), json!({ "x-check": "is_even" })),
        ("check", text().check(|value: &Value| value.is_none()), json!({ "x-check": true })),
    ]
}

/// Rules that say something of the class.
const OF_CLASSES: [&str; 2] = ["matches", "required_with"];

#[test]
fn every_rule_has_a_row() {
    let found: BTreeSet<&str> = rows().into_iter().map(|(key, ..)| key).chain(OF_CLASSES).collect();
    assert_eq!(found, KEYS.iter().copied().collect());
}

#[test]
fn a_rule_says_one_thing_more_than_the_type() {
    for (key, field, expected) in rows() {
        let spec = field.clone().build("x").unwrap();
        assert_eq!(spec.rules().iter().map(ToString::to_string).collect::<Vec<_>>(), [key]);
        let mut bare = schema_of(Field::of(spec.ty().clone()));
        bare.as_object_mut().unwrap().extend(expected.as_object().unwrap().clone());
        assert_eq!(schema_of(field), bare, "{key}");
    }
}

#[test]
fn formats_have_the_names_of_the_standard() {
    let named = |format: Format| match format.name() {
        "date_time" => json!({ "type": "string", "format": "date-time" }),
        "json_pointer" => json!({ "type": "string", "format": "json-pointer" }),
        "ip" => json!({ "type": "string", "anyOf": [{ "format": "ipv4" }, { "format": "ipv6" }] }),
        // There is `email`, which is stricter, `uri`, which is too, and `regex`, which is ECMA-262.
        "html_email" | "url" | "regex" => json!({ "type": "string", "x-format": format.name() }),
        name => json!({ "type": "string", "format": name }),
    };
    for format in Format::ALL {
        assert_eq!(schema_of(Field::str().format(*format)), named(*format));
    }
}
