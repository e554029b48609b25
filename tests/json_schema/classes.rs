//! Classes that a JSON Schema describes: they read what the schema takes, and refuse what it refuses.

use metaclass::Field;
use metaclass::json_schema::{JsonSchema, SchemaErrorKind};
use metaclass::spec::{ClassSpec, Flags, Literal, Options, TypeSpec};
use metaclass::validate::{Format, Transform, Unit};
use serde_json::{Value as Json, json};

use super::{agree, class};

#[test]
#[allow(clippy::too_many_lines, reason = "one class with all kinds of fields")]
fn properties_are_fields() {
    let schema = json!({
        "title": "User", "description": "Somebody.", "type": "object",
        "properties": {
            "id": { "type": "integer", "minimum": 0, "maximum": 255 },
            "e-mail": { "type": "string", "format": "email", "description": "Where to write to." },
            "age": { "anyOf": [{ "type": "integer", "minimum": 18 }, { "type": "null" }], "default": null },
            "tags": { "type": "array", "items": { "type": "string", "maxLength": 3 }, "uniqueItems": true, "default": [] },
            "pin": { "type": "string", "pattern": r"^\d{4}$", "writeOnly": true },
            "nick": { "type": "string" },
            "color": { "enum": ["red", "green", null] },
            "size": { "type": ["integer", "null"], "minimum": 1 },
            "place": { "type": "array", "prefixItems": [{ "type": "number" }, { "type": "boolean" }], "items": false, "minItems": 2, "maxItems": 2 },
            "scores": { "type": "object", "propertyNames": { "maxLength": 2 }, "additionalProperties": { "type": "number" } },
            "home": { "$ref": "#/$defs/Address" },
        },
        "required": ["id", "e-mail", "pin", "size"],
        "additionalProperties": false,
        "$defs": { "Address": { "type": "object", "properties": { "zip": { "type": "string" } }, "required": ["zip"] } },
    });
    let user = class(&schema);
    assert_eq!((user.name(), user.doc(), user.options().has(Options::FORBID_EXTRA)), ("User", "Somebody.", true));
    let types: Vec<String> = user.fields().iter().map(|field| format!("{}: {}", field.name(), field.ty())).collect();
    // `json!` puts names in their order.
    assert_eq!(
        types,
        [
            "age: int | None",
            "color: str | None",
            "e_mail: str",
            "home: Address",
            "id: int",
            "nick: str",
            "pin: str",
            "place: tuple[float, bool]",
            "scores: dict[str, float]",
            "size: int | None",
            "tags: list[str]",
        ]
    );
    let field = |name: &str| user.field(name).unwrap();
    assert_eq!(*field("id").ty(), TypeSpec::Int { min: 0, max: 255 });
    assert_eq!((field("e_mail").key(), field("e_mail").doc()), ("e-mail", "Where to write to."));
    assert_eq!(field("age").default().literal(), Some(&Literal::None));
    assert!(field("pin").has(Flags::SECRET) && field("id").default().is_required());

    let error = user
        .decode_json(
            r#"{"id": 256, "e-mail": "x", "age": 3, "tags": ["abcd"], "pin": "x", "color": "blue", "size": 0,
        "home": {}, "nick": null, "no": 1}"#,
        )
        .unwrap_err();
    let told: Vec<String> = error.issues().iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "age: must be at least 18",
            "color: must be one of ['red', 'green']",
            "e-mail: must be an e-mail address",
            "home.zip: required",
            "id: expected int from 0 to 255, got 256",
            "nick: expected str, got NoneType",
            "pin: must match the pattern '^[0-9]{4}$'",
            "size: must be at least 1",
            "tags[0]: must have at most 3 characters",
            "no: unknown field",
        ]
    );
    let data = json!({ "id": 1, "e-mail": "a@b.org", "pin": "1234", "size": null });
    let with = |name: &str, value: Json| {
        let mut data = data.clone();
        data[name] = value;
        data
    };
    agree(
        &schema,
        &[
            data.clone(),
            json!({}),
            with("age", json!(null)),
            with("age", json!(18)),
            with("age", json!(17)),
            with("tags", json!(["a", "a"])),
            with("tags", json!(["a", "b"])),
            with("pin", json!("٤٢٤٢")),
            with("nick", json!(null)),
            with("nick", json!("")),
            with("color", json!("red")),
            with("color", json!(1)),
            with("size", json!(0)),
            with("size", json!(1)),
            json!({ "id": 1, "e-mail": "a@b.org", "pin": "1234" }),
            with("place", json!([1, true])),
            with("place", json!([1])),
            with("place", json!([1, true, 2])),
            with("scores", json!({ "abc": 1 })),
            with("scores", json!({ "ab": 1 })),
            with("scores", json!({ "a": "1" })),
            with("home", json!({ "zip": "1" })),
            with("home", json!({})),
            with("home", json!(null)),
            with("x", json!(1)),
        ],
    );
}

#[test]
fn what_a_description_cannot_say_is_asked_of_the_schema() {
    let field = |schema: Json| json!({ "type": "object", "properties": { "x": schema }, "required": ["x"] });
    let data: Vec<Json> = [
        json!(null),
        json!(0),
        json!(1),
        json!(7),
        json!(1.5),
        json!("a"),
        json!("abc"),
        json!(true),
        json!([]),
        json!([1, 1]),
        json!([1, true]),
        json!([1, "a"]),
        json!([null, 3]),
        json!({}),
        json!({ "a": 1 }),
        json!({ "a": 1, "b": 2 }),
        json!({ "a": { "a": {} } }),
        json!([[1], [1]]),
    ]
    .into_iter()
    .map(|value| json!({ "x": value }))
    .collect();
    for schema in [
        json!({ "type": ["integer", "string"], "maxLength": 2 }),
        json!({ "oneOf": [{ "type": "integer" }, { "minimum": 1 }] }),
        json!({ "not": { "type": "integer" } }),
        json!({ "type": "integer", "if": { "minimum": 5 }, "then": { "const": 7 } }),
        json!({ "type": "array", "contains": { "const": 1 } }),
        json!({ "type": "array", "uniqueItems": true }),
        json!({ "uniqueItems": true }),
        json!({ "type": "array", "items": { "enum": [1, "a"] } }),
        json!({ "type": "array", "unevaluatedItems": false }),
        json!({ "type": "object", "unevaluatedProperties": { "type": "integer" } }),
        json!({ "type": "array", "prefixItems": [{ "type": "integer" }] }),
        json!({ "type": "object", "dependentRequired": { "a": ["b"] } }),
        json!({ "type": "object", "patternProperties": { "^a": { "type": "integer" } } }),
        json!({ "type": "object", "properties": { "a": { "type": "integer" } }, "minProperties": 2 }),
        json!({ "type": "integer", "minimum": 5, "maximum": 2 }),
        json!({ "type": "integer", "allOf": [{ "minimum": 1 }, { "minimum": 2 }] }),
        json!({ "enum": [1, "a", null, [1, 1]] }),
        json!({ "enum": [0, 7] }),
        json!({ "const": { "a": 1 } }),
        json!({ "const": null }),
        json!({ "type": "string", "enum": [1] }),
        json!({ "minimum": 1 }),
        json!({ "type": "null" }),
        json!(false),
        json!(true),
    ] {
        agree(&field(schema), &data);
    }
    let class = class(&field(
        json!({ "type": "object", "minProperties": 3, "additionalProperties": { "maximum": 0 }, "not": { "required": ["b"] } }),
    ));
    let error = class.decode_json(r#"{"x": {"a": 1, "b": 2}}"#).unwrap_err();
    let told: Vec<String> = error.issues().iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "x: must have at least 3 properties",
            "x['a']: must be at most 0",
            "x['b']: must be at most 0",
            "x: must not match what is excluded",
        ]
    );
}

#[test]
fn what_a_schema_was_asked_is_written_again() {
    let schema = json!({
        "title": "Pet", "type": "object", "required": ["kind", "owner"],
        "properties": {
            "kind": { "oneOf": [{ "$ref": "#/$defs/Cat" }, { "const": "dog", "description": "Barks." }] },
            "owner": { "$ref": "#/$defs/Owner", "not": { "const": "" } },
            "tags": { "type": "array", "contains": { "type": "string" }, "description": "Some." },
            "parent": { "type": "object", "not": { "$ref": "#/properties/parent/properties/self" }, "properties": { "self": { "$ref": "#/properties/tags" } }, "minProperties": 1 },
        },
        "$defs": { "Cat": { "$anchor": "cat", "enum": ["cat", "kitten"] }, "Owner": { "type": "string", "x-own": 1 } },
    });
    let written: Json = serde_json::to_value(class(&schema).json_schema()).unwrap();
    let properties = &written["properties"];
    assert_eq!(
        properties["kind"]["oneOf"],
        json!([{ "enum": ["cat", "kitten"] }, { "const": "dog", "description": "Barks." }])
    );
    assert_eq!(
        properties["owner"],
        json!({ "not": { "const": "" }, "allOf": [{ "type": "string" }, { "not": { "type": "null" } }] })
    );
    assert_eq!(
        properties["tags"],
        json!({ "type": "array", "contains": { "type": "string" }, "description": "Some.", "default": null })
    );
    agree(
        &schema,
        &[
            json!({ "kind": "cat", "owner": "Al" }),
            json!({ "kind": "cow", "owner": "Al" }),
            json!({ "kind": "dog", "owner": "" }),
        ],
    );
    // What leads to itself has no end.
    let schema = json!({ "type": "object", "properties": { "tree": { "$ref": "#/$defs/Tree" } }, "$defs": { "Tree": { "type": "array", "items": { "$ref": "#/$defs/Tree" } } } });
    let written: Json = serde_json::to_value(class(&schema).json_schema()).unwrap();
    assert!(written["properties"]["tree"].to_string().contains("x-check"), "{written}");
}

#[test]
fn what_schemas_ask_is_compared() {
    let class = |tag: &str| {
        let x = json!({ "type": "string", "oneOf": [{ "minLength": 5 }, { "const": tag }] });
        class(&json!({ "title": "A", "type": "object", "properties": { "x": x } }))
    };
    assert!(class("a") == class("a") && class("a") != class("b"));
    assert!(class("a").diff(&class("a")).is_empty() && !class("a").diff(&class("b")).is_empty());
}

#[test]
fn a_class_may_contain_itself() {
    let schema = json!({
        "$ref": "#/$defs/Node",
        "$defs": { "Node": {
            "type": "object", "properties": { "value": { "type": "integer" }, "next": { "$ref": "#/$defs/Node" } },
            "required": ["value"], "additionalProperties": false,
        } },
    });
    agree(
        &schema,
        &[
            json!({ "value": 1 }),
            json!({ "value": 1, "next": { "value": 2 } }),
            json!({ "value": 1, "next": { "value": "x" } }),
            json!({ "value": 1, "next": { "value": 2, "next": { "value": 3, "x": 1 } } }),
            json!({ "value": 1, "next": null }),
        ],
    );
    assert_eq!(class(&schema).name(), "Node");
}

#[test]
fn what_may_be_null_is_an_option() {
    let nothing = json!({ "type": "null" });
    let text = json!({ "type": "string", "maxLength": 2 });
    for schema in [
        json!({ "type": ["string", "null"], "maxLength": 2 }),
        json!({ "anyOf": [text, nothing] }),
        json!({ "oneOf": [nothing, text] }),
    ] {
        let class = class(&json!({ "title": "C", "type": "object", "properties": { "x": schema }, "required": ["x"] }));
        let x = class.field("x").unwrap();
        assert_eq!((x.ty().to_string(), x.rules().len(), x.has(Flags::PRESENT)), ("str | None".to_owned(), 1, true));
    }
    // Null would be both of exactly one.
    let both = json!({ "oneOf": [{ "type": ["string", "null"] }, nothing] });
    let schema = json!({ "title": "C", "type": "object", "properties": { "x": both }, "required": ["x"] });
    agree(&schema, &[json!({ "x": "a" }), json!({ "x": null }), json!({ "x": 1 }), json!({})]);
    for schema in [json!({ "oneOf": [nothing, text] }), json!({ "enum": ["a", null] })] {
        let schema = json!({ "title": "C", "type": "object", "properties": { "x": schema }, "required": ["x"] });
        agree(&schema, &[json!({ "x": "a" }), json!({ "x": null }), json!({ "x": "abc" }), json!({})]);
    }
}

#[test]
fn what_no_class_could_be_is_refused_at_its_place() {
    let object = |keyword: &str, value: Json| json!({ "type": "object", "properties": {}, keyword: value });
    for (schema, pointer, why) in [
        (json!({ "type": "string" }), "/type", "its values are not all objects"),
        (json!({}), "", "its values are not all objects"),
        (json!(true), "", "it is no object"),
        (object("minProperties", json!(1)), "/minProperties", "it is about the object as a whole"),
        (object("if", json!(true)), "/if", "it is about the object as a whole"),
        (object("dependentRequired", json!({})), "/dependentRequired", "it is about the object as a whole"),
        (
            object("additionalProperties", json!({ "type": "string" })),
            "/additionalProperties",
            "it is about what is no field",
        ),
        (object("allOf", json!([{ "required": ["a"] }])), "/allOf", "it is no base class"),
        (
            object("properties", json!({ "a": { "enum": [1, "a"] } })),
            "/properties/a",
            "what may be left out but not be null needs a type",
        ),
        (
            object("properties", json!({ "": { "type": "string" } })),
            "/properties/",
            "the name of a field in data is not empty",
        ),
    ] {
        let error = ClassSpec::from_json_schema(&schema.to_string()).unwrap_err();
        assert_eq!((error.kind(), error.pointer()), (SchemaErrorKind::UnsupportedKeyword, pointer), "{schema}");
        assert_eq!(error.message(), format!("a class cannot say this: {why}"));
    }
    for (keyword, value) in [("x-check", json!("f")), ("x-checks", json!([])), ("x-key", json!({}))] {
        let error = ClassSpec::from_json_schema(&object("properties", json!({ "a": { keyword: value } })).to_string())
            .unwrap_err();
        assert_eq!(error.pointer(), format!("/properties/a/{keyword}"));
    }
}

#[test]
fn all_classes_of_a_document_are_loaded_or_none() {
    let document = json!({ "$defs": {
        "A": { "type": "object", "properties": { "b": { "$ref": "#/$defs/B" } } },
        "B": { "type": "object", "properties": { "c": { "type": "integer" } } },
        "Color": { "enum": ["red"] },
    } });
    let load = |document: &Json| JsonSchema::loader().load_classes(&document.to_string());
    let names: Vec<String> = load(&document).unwrap().iter().map(|class| class.name().to_owned()).collect();
    assert_eq!(names, ["A", "B"]);
    let mut broken = document;
    broken["$defs"]["B"]["minProperties"] = json!(1);
    assert_eq!(load(&broken).unwrap_err().pointer(), "/$defs/B/minProperties");
}

/// Fields of all types and many rules.
fn fields() -> Vec<Field> {
    let byte = || Field::of(TypeSpec::Int { min: 0, max: 255 });
    let word = |word: &'static str| Literal::Str(word.into());
    let inner = ClassSpec::define("Inner", [("a", Field::int()), ("c", Field::bool().nullable())]).unwrap();
    let inner: &'static ClassSpec = Box::leak(Box::new(inner));
    vec![
        Field::any(),
        Field::any().required(),
        Field::of(TypeSpec::None),
        Field::bool(),
        byte(),
        Field::int().multiple_of(2).multiple_of(3),
        Field::float().min_value(0.5).exclusive_max(100),
        Field::str().min_length(1).max_length(2),
        Field::str().max_length(2).unit(Unit::Bytes),
        Field::str().nullable().format(Format::Date),
        Field::str().nullable().required(),
        Field::str().default("a").kw_only(),
        Field::str().pattern(r"^\w+\b"),
        Field::str().starts_with("a").not_contains("bb").ascii(),
        Field::str().not_contains("a").not_contains("("),
        Field::str().format(Format::Ip),
        Field::str().format(Format::HtmlEmail),
        Field::str().one_of([word("a"), word("1")]),
        Field::int().nullable().equals(Literal::Int(1)),
        Field::str().transform(Transform::Trim).transform(Transform::Lowercase).min_length(1).one_of([word("a")]),
        Field::bytes(),
        Field::list(byte()).unique_items(),
        Field::list(Field::int().nullable().min_value(1)).min_items(1).nullable(),
        Field::set(Field::int()),
        Field::tuple([Field::int(), Field::bool().nullable()]),
        Field::tuple([]),
        Field::dict(Field::str().min_length(2), Field::int().max_value(1)).max_properties(1),
        Field::dict(Field::str(), Field::list(Field::str().lowercase())),
        Field::class(inner),
        Field::list(Field::class(inner)),
        Field::class(inner).nullable(),
    ]
}

/// Values of all kinds that JSON has.
fn values() -> Vec<Json> {
    let texts = ["", "a", "ab", "0", "1", " A ", "abb", "é", "é!", "(", "2024-02-29", "2023-02-29", "::1", "a@b", "AB"];
    let scalars =
        [json!(null), json!(true), json!(0), json!(-1), json!(1.0), json!(1.5), json!(6), json!(256), json!(100)];
    let lists = [
        json!([]),
        json!([0]),
        json!([null]),
        json!([1, 1.0]),
        json!([1, 2]),
        json!([1, true]),
        json!([1, true, 2]),
        json!([255, 256]),
        json!(["a"]),
        json!(["A"]),
        json!([[]]),
        json!([{ "a": 1 }, { "b": 2 }]),
        json!([{ "a": 1, "c": null }]),
    ];
    let objects = [
        json!({}),
        json!({ "a": 1 }),
        json!({ "a": 1, "c": null }),
        json!({ "a": 1, "d": 0 }),
        json!({ "a": null }),
        json!({ "ab": 1 }),
        json!({ "ab": 2 }),
        json!({ "ab": 1, "cd": 1 }),
        json!({ "a": ["a"] }),
        json!({ "a": ["A"] }),
    ];
    texts.iter().map(|text| json!(text)).chain(scalars).chain(lists).chain(objects).collect()
}

#[test]
fn a_class_that_is_written_and_read_says_the_same() {
    let mut compared = 0;
    for field in fields() {
        let class = ClassSpec::define("C", [("x", field.clone())]).unwrap();
        let text = metaclass::json::to_string(&class.json_schema()).unwrap();
        let read = ClassSpec::from_json_schema(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
        let data = values().into_iter().map(|value| json!({ "x": value })).chain([json!({}), json!({ "y": 1 })]);
        for data in data.map(|data| data.to_string()) {
            let (ours, theirs) = (class.decode_json(&data), read.decode_json(&data));
            assert_eq!(ours.is_ok(), theirs.is_ok(), "{data}: {:?}, {:?}, by {text}", ours.map(drop), theirs.map(drop));
            compared += 1;
        }
    }
    assert!(compared > 1_000);
}

#[test]
fn classes_of_several_random_fields_say_the_same_when_read() {
    let mut random = crate::random::Random(11);
    let (fields, values) = (fields(), values());
    for _ in 0..200 {
        let picked: Vec<(String, Field)> = (0..4).map(|i| (format!("f{i}"), random.pick(&fields).kw_only())).collect();
        let class = ClassSpec::define("C", picked).unwrap();
        let text = metaclass::json::to_string(&class.json_schema()).unwrap();
        let read = ClassSpec::from_json_schema(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
        for _ in 0..40 {
            let mut data = serde_json::Map::new();
            for i in 0..4 {
                if random.below(8) > 0 {
                    data.insert(format!("f{i}"), random.pick(&values));
                }
            }
            let data = Json::Object(data).to_string();
            assert_eq!(class.decode_json(&data).is_ok(), read.decode_json(&data).is_ok(), "{data} by {text}");
        }
    }
}
