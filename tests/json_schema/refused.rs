//! What a schema may not say: each is an error with its place.

use metaclass::json_schema::{JsonSchema, SchemaErrorKind};
use serde_json::{Value as Json, json};

#[track_caller]
fn refused(schema: &Json, kind: SchemaErrorKind, pointer: &str, message: &str) {
    let error = schema.to_string().parse::<JsonSchema>().expect_err(&schema.to_string());
    assert_eq!((error.kind(), error.pointer(), &*error.message()), (kind, pointer, message));
    assert!(error.line() == Some(1) && error.column().is_some(), "{error}");
}

#[track_caller]
fn unsupported(schema: &Json, pointer: &str, message: &str) {
    refused(schema, SchemaErrorKind::UnsupportedKeyword, pointer, message);
}

#[test]
fn a_keyword_that_is_not_supported_is_named() {
    for keyword in
        ["$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$recursiveAnchor", "$vocabulary", "discriminator"]
    {
        let message = format!("keyword '{keyword}' is not supported");
        unsupported(&json!({ "items": { keyword: true } }), &format!("/items/{keyword}"), &message);
    }
}

#[test]
fn a_keyword_that_is_misspelt_or_of_another_draft_has_a_hint() {
    for (keyword, meant) in [
        ("minimun", "minimum"),
        ("Type", "type"),
        ("requierd", "required"),
        ("definitions", "$defs"),
        ("id", "$id"),
        ("additionalItems", "items"),
        ("dependencies", "dependentRequired"),
        ("oneof", "oneOf"),
    ] {
        let message = format!("keyword '{keyword}' is not supported. Did you mean '{meant}'?");
        unsupported(&json!({ keyword: {} }), &format!("/{keyword}"), &message);
    }
}

#[test]
fn keywords_of_others_are_passed_over() {
    let schema: JsonSchema = r#"{"x-anything": {"minimum": "no schema"}}"#.parse().unwrap();
    assert!(schema.is_valid(&1.into()));
    unsupported(&json!({ "X-a": 1 }), "/X-a", "keyword 'X-a' is not supported");
}

#[test]
fn another_dialect_is_refused() {
    let ours = "https://json-schema.org/draft/2020-12/schema";
    for dialect in ["http://json-schema.org/draft-07/schema#", "https://json-schema.org/draft/2019-09/schema", "x"] {
        let message = format!("the dialect '{dialect}' is not supported, but '{ours}' is");
        unsupported(&json!({ "$schema": dialect }), "/$schema", &message);
    }
    for dialect in [ours.to_owned(), format!("{ours}#")] {
        assert!(json!({ "$schema": dialect }).to_string().parse::<JsonSchema>().is_ok());
    }
}

#[test]
fn a_value_that_its_keyword_cannot_have_is_refused() {
    let (text, list, number) = ("it takes text", "it takes a list", "it takes a number");
    let (flag, count) = ("it takes a truth value", "it takes an integer of at least 0");
    let names = "it takes a list of names, each of them once";
    let types = "it takes one or several of boolean, integer, number, string, array, object, null";
    let (schemas, by_name) = ("it takes a list of schemas, one at least", "it takes an object of schemas");
    let rows: Vec<(&str, Vec<Json>, &str)> = vec![
        ("$schema", vec![json!(1)], "it takes a URI"),
        ("$id", vec![json!(1)], "it takes a URI"),
        ("$id", vec![json!("urn:a#b")], "the URI of a schema has no fragment; `$anchor` names what lies within"),
        ("$anchor", vec![json!(1), json!(""), json!("1a"), json!("a/b"), json!("#a"), json!("é")], "it takes a name"),
        ("$ref", vec![json!(1), json!({})], "it takes a URI"),
        ("$defs", vec![json!([]), json!(true)], by_name),
        ("$comment", vec![json!(1)], text),
        ("title", vec![json!(null)], text),
        ("description", vec![json!([])], text),
        ("examples", vec![json!(1)], list),
        ("deprecated", vec![json!("true")], flag),
        ("readOnly", vec![json!(0)], flag),
        ("writeOnly", vec![json!(null)], flag),
        ("contentEncoding", vec![json!(1)], text),
        ("contentMediaType", vec![json!(1)], text),
        ("type", vec![json!("int"), json!([]), json!(["string", "string"]), json!(["string", 1]), json!({})], types),
        ("enum", vec![json!("a"), json!({})], list),
        ("minLength", vec![json!(-1), json!(1.5), json!("1"), json!(true)], count),
        ("maxLength", vec![json!(-1.0), json!(null)], count),
        ("pattern", vec![json!(1)], text),
        ("pattern", vec![json!("(")], "bad pattern: unclosed group at position 0"),
        ("pattern", vec![json!("(?=a)")], "bad pattern: look-around is not supported at position 0"),
        ("format", vec![json!(1)], text),
        ("minimum", vec![json!("1"), json!(null), json!(true)], number),
        ("maximum", vec![json!([])], number),
        ("exclusiveMinimum", vec![json!(true)], number),
        ("exclusiveMaximum", vec![json!(false)], number),
        ("multipleOf", vec![json!(0), json!(-1), json!(-0.5), json!(0.0)], "it takes a number greater than 0"),
        ("multipleOf", vec![json!("1")], number),
        ("minItems", vec![json!(-1)], count),
        ("maxItems", vec![json!(0.5)], count),
        ("uniqueItems", vec![json!(1)], flag),
        ("prefixItems", vec![json!([]), json!({})], schemas),
        ("minContains", vec![json!(-1)], count),
        ("maxContains", vec![json!("1")], count),
        ("minProperties", vec![json!(-1)], count),
        ("maxProperties", vec![json!({})], count),
        ("properties", vec![json!([]), json!(true)], by_name),
        ("required", vec![json!("a"), json!(["a", "a"]), json!([1]), json!(true)], names),
        ("patternProperties", vec![json!([])], by_name),
        ("patternProperties", vec![json!({ "[": true })], "bad pattern: unclosed character class at position 0"),
        ("dependentRequired", vec![json!([])], "it takes an object of lists of names"),
        ("dependentRequired", vec![json!({ "a": "b" }), json!({ "a": ["b", "b"] })], names),
        ("dependentSchemas", vec![json!([])], by_name),
        ("allOf", vec![json!([]), json!({})], schemas),
        ("anyOf", vec![json!([])], schemas),
        ("oneOf", vec![json!([])], schemas),
    ];
    for (keyword, values, message) in rows {
        for value in values {
            refused(
                &json!({ "not": { keyword: value } }),
                SchemaErrorKind::InvalidKeyword,
                &format!("/not/{keyword}"),
                message,
            );
        }
    }
}

#[test]
fn a_schema_is_an_object_or_a_truth_value() {
    let message = |name: &str| format!("a schema is an object or a truth value, and not {name}");
    let invalid = SchemaErrorKind::InvalidKeyword;
    for keyword in
        ["items", "contains", "additionalProperties", "propertyNames", "not", "if", "then", "else", "contentSchema"]
    {
        refused(&json!({ keyword: 1 }), invalid, &format!("/{keyword}"), &message("int"));
        refused(&json!({ keyword: [true] }), invalid, &format!("/{keyword}"), &message("list"));
    }
    refused(&json!({ "allOf": [true, null] }), invalid, "/allOf/1", &message("NoneType"));
    refused(&json!({ "properties": { "1": "a" } }), invalid, "/properties/1", &message("str"));
    refused(&json!(1), invalid, "", &message("int"));
}

#[test]
fn text_that_is_no_json_is_refused_with_its_place() {
    let error = "{\"type\":\n string}".parse::<JsonSchema>().unwrap_err();
    assert_eq!((error.kind(), error.line(), error.column()), (SchemaErrorKind::Syntax, Some(2), Some(2)));
    assert_eq!(error.to_string(), "expected value at line 2 column 2");
    let error = "{\"a\": {\n\"minimum\": 1,\n  \"minimum\": 2}}".parse::<JsonSchema>().unwrap_err();
    assert_eq!(error.kind(), SchemaErrorKind::Syntax);
    assert_eq!(error.to_string(), "/a/minimum: duplicate field, first at line 2 column 1 at line 3 column 3");
}

#[test]
fn an_error_is_a_value_error() {
    let error = metaclass::Error::from("{\"a\": 1}".parse::<JsonSchema>().unwrap_err());
    assert_eq!(error.kind(), metaclass::ErrorKind::ValueError);
    assert_eq!(error.to_string(), "/a: keyword 'a' is not supported at line 1 column 2");
}
