//! Classes in `allOf` are bases. Data has to obey what they say and what the class says.

use metaclass::json_schema::SchemaErrorKind;
use metaclass::spec::{ClassSpec, Options};
use metaclass::{Error, Registry};
use serde_json::{Value as Json, json};

use super::{agree, class};

/// A class with a base of one property.
fn derived(of_base: &Json, own: &Json) -> Json {
    let mut schema = json!({
        "title": "Dog", "type": "object", "allOf": [{ "$ref": "#/$defs/Animal" }],
        "$defs": { "Animal": { "type": "object", "properties": { "legs": of_base } } },
    });
    for (keyword, value) in own.as_object().unwrap() {
        schema[keyword] = value.clone();
    }
    schema
}

#[test]
fn bases_come_first() {
    let schema = json!({
        "title": "Dog", "type": "object", "allOf": [{ "$ref": "#/$defs/Animal" }],
        "properties": { "name": { "type": "string", "minLength": 1 }, "tail": { "type": "boolean" } }, "required": ["tail"],
        "$defs": { "Animal": { "title": "Animal", "type": "object", "properties": { "name": { "type": "string" }, "legs": { "type": "integer" } },
            "required": ["name"] } },
    });
    let dog = class(&schema);
    let names: Vec<&str> = dog.fields().iter().map(|field| field.name()).collect();
    assert_eq!((names, dog.bases()[0].name()), (vec!["legs", "name", "tail"], "Animal"));
}

#[test]
fn what_a_class_says_is_added_to_what_its_bases_say() {
    let legs = [json!(0), json!(4), json!(400), json!(4.5), json!("four"), json!(null), json!([4]), json!({ "a": 4 })];
    let mut data: Vec<Json> = legs.into_iter().map(|legs| json!({ "legs": legs, "tail": true })).collect();
    data.extend([json!({}), json!({ "tail": true }), json!({ "tail": 1 }), json!({ "legs": 4, "ears": 2 })]);
    let integer = || json!({ "type": "integer" });
    for of_base in
        [integer(), json!({ "maximum": 10 }), json!({ "type": ["integer", "null"] }), json!({ "$ref": "#/$defs/Legs" })]
    {
        for own in [
            json!({ "required": ["legs"] }),
            json!({ "properties": { "legs": { "minimum": 1 } } }),
            json!({ "properties": { "legs": integer() }, "required": ["legs"] }),
            json!({ "properties": { "legs": { "type": "string" } } }),
            json!({ "properties": { "legs": { "default": 4, "type": ["integer", "null"] }, "tail": { "type": "boolean" } } }),
            json!({ "properties": { "tail": { "type": "boolean" } }, "unevaluatedProperties": false }),
            json!({ "properties": { "tail": { "type": "boolean" } }, "required": ["legs"], "unevaluatedProperties": false }),
        ] {
            let mut schema = derived(&of_base, &own);
            schema["$defs"]["Legs"] = json!({ "type": "integer", "multipleOf": 4 });
            agree(&schema, &data);
            schema["$defs"]["Animal"]["required"] = json!(["legs"]);
            agree(&schema, &data);
        }
    }
    // A base of a base says it as well.
    let schema = derived(&json!({ "maximum": 10 }), &json!({ "properties": { "legs": { "minimum": 1 } } }));
    let above = json!({ "allOf": [{ "type": "object", "properties": { "legs": integer() }, "required": ["legs"] }] });
    let mut deep = schema;
    deep["$defs"]["Animal"]["allOf"] = above["allOf"].clone();
    agree(&deep, &data);
}

#[test]
fn a_property_of_a_base_that_is_asked_for_keeps_its_type() {
    let class =
        class(&derived(&json!({ "type": "integer", "description": "How many." }), &json!({ "required": ["legs"] })));
    let legs = &class.fields()[0];
    assert_eq!((legs.ty().to_string().as_str(), legs.doc()), ("int", "How many."));
    assert_eq!(class.signature().to_string(), "(legs: int)");
}

#[test]
fn names_in_data_have_the_names_of_fields_that_bases_gave_them() {
    let schema = json!({
        "type": "object", "allOf": [{ "$ref": "#/$defs/Base" }],
        "properties": { "e mail": { "type": "integer" }, "e-mail": { "minLength": 2 } },
        "$defs": { "Base": { "type": "object", "properties": { "e-mail": { "type": "string" } } } },
    });
    agree(
        &schema,
        &[
            json!({ "e-mail": "ab", "e mail": 1 }),
            json!({ "e-mail": "a" }),
            json!({ "e-mail": 1 }),
            json!({ "e mail": "a" }),
        ],
    );
    let names: Vec<(String, String)> =
        class(&schema).fields().iter().map(|field| (field.key().to_owned(), field.name().to_owned())).collect();
    assert_eq!(names, [("e-mail".to_owned(), "e_mail".to_owned()), ("e mail".to_owned(), "e_mail_2".to_owned())]);
}

#[test]
fn what_bases_know_is_not_forbidden() {
    let schema = derived(
        &json!({ "type": "integer" }),
        &json!({ "properties": { "tail": {} }, "unevaluatedProperties": false }),
    );
    agree(&schema, &[json!({ "legs": 4, "tail": 1 }), json!({ "legs": 4, "ears": 2 }), json!({ "ears": 2 })]);
    let class = class(&schema);
    assert!(class.options().has(Options::FORBID_EXTRA) && class.bases()[0].name() == "Animal");
    // It is said the same way again.
    let again: Json = serde_json::to_value(class.json_schema()).unwrap();
    assert_eq!(again["unevaluatedProperties"], json!(false), "{again}");
    let read = ClassSpec::from_json_schema(&again.to_string()).unwrap();
    assert_eq!(serde_json::to_value(read.json_schema()).unwrap(), again);
}

#[test]
fn what_cannot_be_said_of_both_is_refused() {
    let own = |legs: Json| json!({ "properties": { "legs": legs } });
    let integer = json!({ "type": "integer" });
    let both = "a base says of it what cannot be said of both";
    let mut two = derived(&integer, &json!({}));
    two["allOf"] =
        json!([{ "$ref": "#/$defs/Animal" }, { "type": "object", "properties": { "legs": { "maximum": 4 } } }]);
    let mut closed = derived(&integer, &json!({ "unevaluatedProperties": false }));
    closed["$defs"]["Animal"]["additionalProperties"] = json!(true);
    let mut asking = derived(&integer, &json!({ "unevaluatedProperties": false }));
    asking["$defs"]["Animal"]["required"] = json!(["ears"]);
    let no_field = json!({ "required": ["ears"], "unevaluatedProperties": false });
    for (schema, pointer, why) in [
        (
            derived(
                &json!({ "type": "string", "x-transform": ["trim"], "x-transformed": {} }),
                &own(json!({ "minLength": 1 })),
            ),
            "/properties/legs",
            both,
        ),
        (derived(&json!({ "x-matches": "other" }), &own(json!({ "minimum": 1 }))), "/properties/legs", both),
        (derived(&integer, &own(json!({ "x-required-with": ["other"] }))), "/properties/legs", both),
        (two, "/allOf", "two bases say different things of 'legs'"),
        (
            derived(&integer, &json!({ "additionalProperties": false })),
            "/additionalProperties",
            "a base or a derived class forbids other names",
        ),
        (
            derived(&integer, &json!({ "unevaluatedProperties": { "type": "integer" } })),
            "/unevaluatedProperties",
            "it is about what is no field",
        ),
        (closed, "/unevaluatedProperties", "a base says something of all names"),
        (asking, "/unevaluatedProperties", "a base asks for what is no field"),
        (derived(&integer, &no_field), "/required", "it asks for what is no field"),
    ] {
        let error = ClassSpec::from_json_schema(&schema.to_string()).expect_err(&schema.to_string());
        assert_eq!((error.kind(), error.pointer()), (SchemaErrorKind::UnsupportedKeyword, pointer), "{schema}");
        assert_eq!(error.message(), format!("a class cannot say this: {why}"));
    }
}

#[test]
fn a_class_of_a_registry_says_its_fields_alone() -> Result<(), Error> {
    let registry = Registry::new();
    registry.load(&json!({ "$id": "https://example.org/animal", "title": "Animal", "type": "object", "properties": { "legs": { "type": "integer" } } }).to_string())?;
    let dog = |own: Json| {
        let mut schema =
            json!({ "title": "Dog", "type": "object", "allOf": [{ "$ref": "https://example.org/animal" }] });
        schema["properties"] = own;
        registry.read(&schema.to_string())
    };
    assert!(dog(json!({ "tail": {} })).is_ok());
    let error = dog(json!({ "legs": { "minimum": 1 } })).unwrap_err();
    assert!(error.to_string().contains("/properties/legs: a class cannot say this"), "{error}");
    Ok(())
}
