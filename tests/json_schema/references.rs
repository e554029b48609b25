//! Where `$ref` leads: places, anchors, URIs, other documents; and what leads nowhere.

use metaclass::json_schema::{JsonSchema, SchemaError, SchemaErrorKind};

use super::says;

#[track_caller]
fn refused(schema: &str, kind: SchemaErrorKind, expected: &str) {
    let error = schema.parse::<JsonSchema>().unwrap_err();
    assert_eq!((error.kind(), error.to_string().as_str()), (kind, expected));
}

#[test]
fn a_place_is_named_by_its_pointer() {
    let schema = r##"{"$defs": {"a~/%b": {"minimum": 1}, "": {"maximum": 1}},
        "prefixItems": [{"$ref": "#/$defs/a~0~1%25b"}, {"$ref": "#/$defs/"}, {"$ref": "#/prefixItems/0"}]}"##;
    says(schema, "[0, 2, 0]", &["[0]: must be at least 1", "[1]: must be at most 1", "[2]: must be at least 1"]);
}

#[test]
fn a_schema_may_contain_itself() {
    let schema = r##"{"type": "object", "properties": {"next": {"$ref": "#"}}, "additionalProperties": false}"##;
    says(schema, r#"{"next": {"next": {"nxt": {}}}}"#, &["next.next.nxt: unknown field"]);
}

#[test]
fn names_are_resolved_against_the_schema_they_stand_in() {
    let schema = r#"{
        "$id": "https://example.org/tree",
        "$ref": "sub/node#leaf",
        "$defs": {
            "node": {"$id": "sub/node", "$defs": {"leaf": {"$anchor": "leaf", "$ref": "number"}}},
            "number": {"$id": "/sub/number", "type": "integer"},
            "other": {"$anchor": "leaf", "type": "string"}
        }
    }"#;
    says(schema, "\"a\"", &["expected int, got str"]);
}

#[test]
fn other_documents_are_those_that_were_given() {
    let load = |document: &str, schema: &str| {
        JsonSchema::loader().document("https://example.org/shop/item", document)?.load(schema)
    };
    let item = r##"{"properties": {"price": {"$ref": "#/$defs/price"}, "of": {"$ref": "order"}},
        "$defs": {"price": {"minimum": 0}}}"##;
    let order = r#"{"$id": "https://example.org/shop/order", "items": {"$ref": "item"}}"#;
    let error = load(item, order).unwrap().decode_json(r#"[{"price": -1, "of": [{"price": -2}]}]"#).unwrap_err();
    let told: Vec<String> = error.issues().iter().map(ToString::to_string).collect();
    assert_eq!(told, ["[0].price: must be at least 0", "[0].of[0].price: must be at least 0"]);

    let error = load(r#"{"properties": {"a": {"minimun": 1}}}"#, "{}").unwrap_err();
    assert_eq!((error.document(), error.pointer()), ("https://example.org/shop/item", "/properties/a/minimun"));
    assert_eq!((error.line(), error.column()), (Some(1), Some(23)));
    assert_eq!(
        error.to_string(),
        "https://example.org/shop/item#/properties/a/minimun: keyword 'minimun' is not supported. \
         Did you mean 'minimum'? at line 1 column 23"
    );
    let error = load("{", "{}").unwrap_err();
    assert_eq!((error.kind(), error.document()), (SchemaErrorKind::Syntax, "https://example.org/shop/item"));
    let error: SchemaError = JsonSchema::loader().document("item", "{}").unwrap_err();
    assert_eq!(error.to_string(), "item#: a document has a URI with its scheme, and without a fragment");
}

#[test]
fn what_is_not_at_hand_is_not_fetched() {
    for reference in [
        "http://example.org/a",
        "https://example.org/a#/b",
        "file:///etc/passwd",
        "ftp://example.org/a",
        "data:application/json,{}",
        "//example.org/a",
        "/etc/passwd",
        "../a",
        "%2e%2e/a",
        "http://json-schema.org/draft-07/schema#",
        "https://json-schema.org/draft/2020-12/schema",
    ] {
        let schema = serde_json::json!({ "items": { "$ref": reference } }).to_string();
        let error = schema.parse::<JsonSchema>().unwrap_err();
        assert_eq!(
            (error.kind(), error.pointer()),
            (SchemaErrorKind::UnresolvedReference, "/items/$ref"),
            "{reference}"
        );
        assert!(error.message().ends_with("and none is fetched"), "{error}");
    }
}

#[test]
fn what_is_no_schema_is_not_found() {
    for fragment in ["#/a", "#/$defs", "#/$defs/b", "#/enum/0", "#/$defs/a/", "#a", "#/$defs/01", "#/default", "#%ff"] {
        let schema = serde_json::json!({
            "$defs": { "a": { "$ref": fragment } }, "enum": [{ "$anchor": "a" }], "default": { "$anchor": "a" },
        });
        let error = schema.to_string().parse::<JsonSchema>().unwrap_err();
        assert_eq!((error.kind(), error.pointer()), (SchemaErrorKind::UnresolvedReference, "/$defs/a/$ref"));
    }
}

#[test]
fn schemas_do_not_apply_themselves_without_end() {
    let cycles = [
        r##"{"$ref": "#"}"##,
        r##"{"allOf": [{"$ref": "#"}]}"##,
        r##"{"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}}"##,
        r##"{"$defs": {"a": {"anyOf": [true, {"$ref": "#/$defs/b"}]}, "b": {"not": {"$ref": "#/$defs/a"}}}}"##,
        r##"{"if": {"minimum": 1}, "then": {"oneOf": [{"$ref": "#"}]}}"##,
        r##"{"dependentSchemas": {"a": {"else": true, "if": {"$ref": "#"}}}}"##,
        r##"{"$anchor": "a", "items": {"allOf": [{"$anchor": "b", "$ref": "#b"}]}}"##,
    ];
    for schema in cycles {
        let error = schema.parse::<JsonSchema>().unwrap_err();
        assert_eq!(error.kind(), SchemaErrorKind::ReferenceCycle, "{schema}: {error}");
        assert_eq!(error.message(), "this schema applies itself to the same value, without end");
        assert!(error.line().is_some());
    }
    refused(
        cycles[0],
        SchemaErrorKind::ReferenceCycle,
        "/$ref: this schema applies itself to the same value, without end at line 1 column 2",
    );
    // What lies within a value has an end.
    for schema in [r##"{"items": {"$ref": "#"}}"##, r##"{"propertyNames": {"anyOf": [{"$ref": "#"}]}}"##] {
        assert!(schema.parse::<JsonSchema>().is_ok(), "{schema}");
    }
}

#[test]
fn a_name_is_that_of_one_schema() {
    let twins = [
        ("https://example.org/a", "https://example.org/a"),
        ("https://example.org/a", "HTTPS://EXAMPLE.ORG/a"),
        ("https://example.org/a", "https://example.org/A"),
        ("https://example.org/a", "https://example.org/%61"),
        ("https://example.org/a", "https://example.org/a#"),
        ("https://example.org/a", "https://example.org/x/../a"),
        ("https://example.org/%c3", "https://example.org/%C3"),
    ];
    for (first, second) in twins {
        let schema = serde_json::json!({ "$defs": { "x": { "$id": first }, "y": { "$id": second } } }).to_string();
        let error = schema.parse::<JsonSchema>().unwrap_err();
        assert_eq!((error.kind(), error.pointer()), (SchemaErrorKind::DuplicateIdentifier, "/$defs/y/$id"), "{second}");
        assert!(error.message().ends_with("is that of the schema at '/$defs/x' already"), "{error}");
    }
    refused(
        r#"{"$anchor": "a", "items": {"$anchor": "a"}}"#,
        SchemaErrorKind::DuplicateIdentifier,
        "/items/$anchor: the anchor 'a' is that of the schema at '' already at line 1 column 28",
    );
    let loaded = JsonSchema::loader().document("urn:a", "{}").unwrap().document("urn:A", "{}").unwrap().load("{}");
    assert_eq!(loaded.unwrap_err().kind(), SchemaErrorKind::DuplicateIdentifier);
    // What stands in the data of a schema is no name.
    let schema =
        r#"{"enum": [{"$id": "urn:a", "$ref": "urn:b"}], "properties": {"$id": {"$id": "urn:a"}, "$ref": true}}"#;
    assert!(schema.parse::<JsonSchema>().is_ok());
}
