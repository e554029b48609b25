//! Schemas that are to break what reads them or judges by them: each is read or refused with a typed error, on a small
//! stack, and each value gets a verdict or is said to take too long.

use std::time::{Duration, Instant};

use metaclass::Value;
use metaclass::json_schema::{JsonSchema, SchemaErrorKind};
use metaclass::spec::ClassSpec;
use metaclass::value::Dict;
use serde_json::{Value as Json, json};

use super::data::on_a_small_stack;
use crate::random::Random;

const DEPTH: usize = 100_000;

/// Long enough for code that is not optimized on a busy machine, and nothing beside what has no end.
const SOON: Duration = Duration::from_secs(60);

#[track_caller]
fn refused(schema: &str, kind: SchemaErrorKind) {
    let error = schema.parse::<JsonSchema>().expect_err(&schema[..schema.len().min(60)]);
    assert_eq!(error.kind(), kind, "{error}");
    let text = format!("{error} {error:?}");
    assert!(text.len() < 4_000 && !text.contains(char::is_control), "{text}");
}

fn ready(schema: &Json) -> JsonSchema {
    schema.to_string().parse().unwrap()
}

/// A schema in which each lies within the one before.
fn nested(open: &str, inner: &str, close: &str, depth: usize) -> String {
    open.repeat(depth) + inner + &close.repeat(depth)
}

const WAYS_IN: [(&str, &str); 9] = [
    (r#"{"not":"#, "}"),
    (r#"{"items":"#, "}"),
    (r#"{"allOf":["#, "]}"),
    (r#"{"anyOf":[true,"#, "]}"),
    (r#"{"properties":{"a":"#, "}}"),
    (r#"{"unevaluatedProperties":"#, "}"),
    (r#"{"$defs":{"a":"#, "}}"),
    (r#"{"if":true,"then":"#, "}"),
    (r#"{"const":["#, "]}"),
];

#[test]
fn a_schema_may_not_be_deep() {
    on_a_small_stack(|| {
        for (open, close) in WAYS_IN {
            refused(&nested(open, "true", close, DEPTH), SchemaErrorKind::Syntax);
            refused(&open.repeat(DEPTH), SchemaErrorKind::Syntax);
            // As deep as the parser goes.
            for depth in [1, 20, 40, 60] {
                let schema: JsonSchema = nested(open, "true", close, depth).parse().unwrap();
                let _ = (schema.validate(&1.into()), schema.is_valid(&vec![1].into()));
            }
        }
        // One that no parser was in the way of.
        let deep = (0..10 * DEPTH).fold(Value::True, |inner, _| Dict::from([("not", inner)]).into());
        let error = JsonSchema::from_value(&deep).unwrap_err();
        assert_eq!((error.kind(), error.pointer().len()), (SchemaErrorKind::TooLarge, 129 * "/not".len()));
        let deep = (0..DEPTH).fold(Value::None, |inner, _| vec![inner].into());
        let schema = JsonSchema::from_value(&Dict::from([("const", deep.clone())]).into()).unwrap();
        assert!(schema.is_valid(&deep) && !schema.is_valid(&vec![deep].into()));
    });
}

#[test]
fn a_schema_may_not_be_wide() {
    let wide = |count: usize| json!({ "anyOf": vec![true; count] }).to_string();
    assert!(wide(9_999).parse::<JsonSchema>().is_ok());
    refused(&wide(10_000), SchemaErrorKind::TooLarge);
    let named: serde_json::Map<String, Json> = (0..10_000).map(|i| (i.to_string(), json!({}))).collect();
    refused(&json!({ "properties": named }).to_string(), SchemaErrorKind::TooLarge);
}

#[test]
fn references_may_not_be_long_or_round() {
    on_a_small_stack(|| {
        let chain = |length: usize, last: Json| {
            let step = |i: usize| json!({ "$ref": format!("#/$defs/{}", i + 1), "minimum": 0 });
            let mut defs: serde_json::Map<String, Json> = (0..length).map(|i| (i.to_string(), step(i))).collect();
            defs.insert(length.to_string(), last);
            json!({ "$defs": defs, "$ref": "#/$defs/0" }).to_string()
        };
        let schema: JsonSchema = chain(98, json!({ "maximum": 5 })).parse().unwrap();
        assert!(schema.is_valid(&3.into()) && !schema.is_valid(&6.into()));
        refused(&chain(101, json!({})), SchemaErrorKind::TooLarge);
        refused(&chain(4_000, json!({})), SchemaErrorKind::TooLarge);
        refused(&chain(4_000, json!({ "$ref": "#" })), SchemaErrorKind::ReferenceCycle);
        for way in ["allOf", "anyOf", "oneOf"] {
            refused(&chain(3, json!({ way: [{ "$ref": "#/$defs/1" }] })), SchemaErrorKind::ReferenceCycle);
        }
        for way in ["not", "if"] {
            refused(&chain(3, json!({ way: { "$ref": "#" }, "then": true })), SchemaErrorKind::ReferenceCycle);
        }
        refused(&chain(3, json!({ "dependentSchemas": { "a": { "$ref": "#" } } })), SchemaErrorKind::ReferenceCycle);
    });
}

#[test]
fn a_value_may_be_deep() {
    on_a_small_stack(|| {
        let list = json!({ "type": "array", "items": { "anyOf": [{ "$ref": "#" }, { "type": "null" }] } });
        let dict = json!({
            "properties": { "next": { "$ref": "#" }, "a": { "allOf": [true] } }, "additionalProperties": false,
        });
        let list_of = |depth: usize, inner: Value| (0..depth).fold(inner, |inner, _| vec![inner].into());
        let dict_of = |depth: usize, inner: Value| {
            (0..depth).fold(inner, |inner, _| Dict::from([("a", 1.into()), ("next", inner)]).into())
        };
        let (list, dict) = (ready(&list), ready(&dict));
        for (schema, good, bad, deep) in [
            (
                &list,
                list_of(120, vec![Value::None].into()),
                list_of(120, 1.into()),
                list_of(DEPTH, vec![Value::None].into()),
            ),
            (&dict, dict_of(120, 1.into()), dict_of(120, Dict::from([("b", 1)]).into()), dict_of(DEPTH, 1.into())),
        ] {
            assert_eq!(schema.validate(&good).map_err(|error| error.to_string()), Ok(()));
            assert_eq!(schema.validate(&bad).unwrap_err().issues().len(), 1);
            // What cannot be told is not valid.
            let error = schema.validate(&deep).unwrap_err();
            assert_eq!(error.issues().iter().map(|issue| issue.code()).collect::<Vec<_>>(), ["depth"]);
            assert!(!schema.is_valid(&deep));
            let negated =
                JsonSchema::from_value(&Dict::from([("not", Value::from(Dict::from([("items", true)])))]).into());
            assert!(!negated.unwrap().is_valid(&deep));
        }
        let excluded =
            ready(&json!({ "not": { "$ref": "#/$defs/l" }, "$defs": { "l": { "items": { "$ref": "#/$defs/l" } } } }));
        assert!(!excluded.is_valid(&list_of(DEPTH, 1.into())));
        // What nobody asks about may be as deep as it likes.
        let loose = ready(&json!({ "type": "array", "uniqueItems": true, "minItems": 1 }));
        assert!(loose.is_valid(&list_of(DEPTH, 1.into())));
    });
}

/// Schemas of which each leads twice to the next, so that there are as many ways as there are leaves of a tree.
fn doubled(way: impl Fn(Json) -> Json, levels: usize, last: Json) -> JsonSchema {
    let level = |i: usize| (format!("{i}"), way(json!({ "$ref": format!("#/$defs/{}", i + 1) })));
    let mut defs: serde_json::Map<String, Json> = (0..levels).map(level).collect();
    defs.insert(levels.to_string(), last);
    ready(&json!({ "$defs": defs, "$ref": "#/$defs/0" }))
}

#[test]
fn ways_that_double_are_gone_once() {
    on_a_small_stack(|| {
        let started = Instant::now();
        let last = || json!({ "type": "integer" });
        let twice = |keyword: &'static str| move |next: Json| json!({ keyword: [next, next] });
        for keyword in ["allOf", "anyOf"] {
            let schema = doubled(twice(keyword), 40, last());
            assert!(schema.is_valid(&1.into()) && !schema.is_valid(&"a".into()), "{keyword}");
            assert!(schema.validate(&1.into()).is_ok() && schema.validate(&"a".into()).is_err(), "{keyword}");
        }
        let schema = doubled(|next| json!({ "oneOf": [next, { "allOf": [next, false] }] }), 30, last());
        assert!(schema.validate(&1.into()).is_ok() && schema.validate(&"a".into()).is_err());
        let schema = doubled(|next| json!({ "not": { "anyOf": [next, next] } }), 30, last());
        assert!(schema.validate(&1.into()).is_ok() && schema.validate(&"a".into()).is_err());
        let schema = doubled(|next| json!({ "if": next, "then": next, "else": next }), 40, last());
        assert!(schema.validate(&1.into()).is_ok() && schema.validate(&"a".into()).is_err());
        // Each level is asked what it takes, and then what it looks at.
        let either = |next| json!({ "anyOf": [next, { "allOf": [next] }], "unevaluatedProperties": false });
        let schema = doubled(either, 30, json!({ "properties": { "a": {} } }));
        let named = |name: &str| Value::from(Dict::from([(name, 1)]));
        assert!(schema.validate(&named("a")).is_ok() && schema.validate(&named("b")).is_err());
        let either = |next| json!({ "oneOf": [next, false], "unevaluatedItems": false });
        let schema = doubled(either, 40, json!({ "prefixItems": [true] }));
        assert!(schema.is_valid(&vec![1].into()) && !schema.is_valid(&vec![1, 2].into()));
        // One level of the value after the other.
        let schema = ready(&json!({
            "anyOf": [{ "type": "integer" }, { "items": { "$ref": "#" }, "type": "array" }, { "items": { "$ref": "#" } }],
        }));
        let deep = |inner: Value| (0..50).fold(inner, |inner, _| vec![inner].into());
        assert!(schema.is_valid(&deep(1.into())));
        let both = ready(
            &json!({ "type": ["array", "integer"], "allOf": [{ "items": { "$ref": "#" } }, { "items": { "$ref": "#" } }] }),
        );
        assert!(both.is_valid(&deep(1.into())) && both.validate(&deep("a".into())).is_err());
        assert!(started.elapsed() < SOON, "{:?}", started.elapsed());
    });
}

#[test]
fn what_many_fields_ask_is_not_written_for_each() {
    let started = Instant::now();
    let large: Vec<Json> = (0..900).map(|i| json!({ "const": i })).collect();
    let asking =
        |i: usize| (format!("a{i}"), json!({ "type": "integer", "not": { "$ref": "#/$defs/large" }, "minimum": i }));
    let properties: serde_json::Map<String, Json> = (0..3_000).map(asking).collect();
    let schema = json!({ "type": "object", "properties": properties, "$defs": { "large": { "anyOf": large } } });
    let class = ClassSpec::from_json_schema(&schema.to_string()).unwrap();
    assert!(class.decode_json(r#"{"a7": 1000}"#).is_ok() && class.decode_json(r#"{"a7": 8}"#).is_err());
    // Some are written, and no more than there is room for.
    let written = metaclass::json::to_string(&class.json_schema()).unwrap();
    assert!(written.contains(r#""not":{"anyOf":[{"const":0}"#) && written.contains("x-check"));
    assert!(written.len() < 2_000_000, "{}", written.len());
    assert!(started.elapsed() < SOON, "{:?}", started.elapsed());
}

#[test]
fn what_takes_too_long_is_said_to() {
    let started = Instant::now();
    let many: Vec<Json> =
        (0..4_000).map(|i| json!({ "const": -1 - i })).chain([json!({ "type": "integer" })]).collect();
    let schema = ready(&json!({ "items": { "anyOf": many } }));
    let data = Value::from((0..20_000).collect::<Vec<i64>>());
    let error = schema.validate(&data).unwrap_err();
    assert!(error.issues().iter().any(|issue| issue.code() == "steps"), "{error}");
    assert!(error.to_string().contains("takes too long to be checked"));
    assert!(!schema.is_valid(&data));
    let many: Vec<Json> = (0..5_000).map(|_| json!({ "uniqueItems": true })).collect();
    let schema = ready(&json!({ "allOf": many }));
    assert!(!schema.is_valid(&data) && schema.is_valid(&vec![1, 2].into()));
    let long = Value::from("a".repeat(10_000_000));
    let many: Vec<Json> = (0..5_000).map(|_| json!({ "pattern": "b" })).collect();
    assert!(!ready(&json!({ "anyOf": many })).is_valid(&long));
    assert!(started.elapsed() < SOON, "{:?}", started.elapsed());
}

#[test]
fn large_data_are_checked_whole() {
    let schema =
        ready(&json!({ "items": { "type": "object", "properties": { "a": { "minimum": 0 } }, "required": ["a"] } }));
    let row = |value: i64| Value::from(Dict::from([("a", value)]));
    let rows: Vec<Value> = (0..200_000).map(row).collect();
    assert!(schema.is_valid(&rows.clone().into()));
    let rows: Vec<Value> = rows.into_iter().chain([row(-1)]).collect();
    let error = schema.validate(&rows.into()).unwrap_err();
    assert_eq!(error.to_string(), "Validation errors: [200000].a: must be at least 0");
}

#[test]
fn patterns_have_limits() {
    let patterns = |count: usize| {
        let patterns: Vec<Json> = (0..count).map(|i| json!({ "pattern": format!("^{i}$") })).collect();
        json!({ "allOf": patterns }).to_string()
    };
    assert!(patterns(256).parse::<JsonSchema>().is_ok());
    refused(&patterns(257), SchemaErrorKind::TooLarge);
    // The same text is compiled once.
    let same: Vec<Json> = (0..4_000).map(|_| json!({ "patternProperties": { r"^\w+$": true } })).collect();
    assert!(json!({ "allOf": same }).to_string().parse::<JsonSchema>().is_ok());
    for pattern in [
        "(((a{100}){100}){100})".to_owned(),
        r"\p{L}{900}".to_owned(),
        r"(?:[^\x00-\xff]{100}){100}".to_owned(),
        "a".repeat(1_025),
        r"\d".repeat(600),
        "(".repeat(500) + "a" + &")".repeat(500),
        "(?:".repeat(33) + r"\d" + &")".repeat(33),
        r"^(?=a)\d".to_owned(),
        r"(a)\1".to_owned(),
    ] {
        refused(&json!({ "pattern": pattern }).to_string(), SchemaErrorKind::InvalidKeyword);
        refused(&json!({ "patternProperties": { pattern: true } }).to_string(), SchemaErrorKind::InvalidKeyword);
    }
}

#[test]
fn patterns_that_make_others_backtrack_are_searched_in_linear_time() {
    let started = Instant::now();
    let text = Value::from("a".repeat(1_000_000) + "!");
    for pattern in [
        "^(a+)+$",
        "^(a|a)*$",
        "^(a|aa)+$",
        "^(.*a){9}$",
        "^(([a-z])+.)+[A-Z]([a-z])+$",
        "^(a*)*b$",
        r"^(\w+\s?)*$",
        r"^(\d+|[a-z]+)*$",
        "^(a?){30}a{30}$",
        r"^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+$",
    ] {
        assert!(!ready(&json!({ "pattern": pattern })).is_valid(&text), "{pattern}");
    }
    assert!(started.elapsed() < SOON, "{:?}", started.elapsed());
}

#[test]
fn what_a_schema_chooses_is_escaped_and_cut() {
    let hostile = format!("\u{202e}\u{1b}[2J\r\n{}", "x".repeat(10_000));
    for schema in [
        json!({ hostile.clone(): 1 }),
        json!({ "properties": { hostile.clone(): { "type": 1 } } }),
        json!({ "$ref": hostile.clone() }),
        json!({ "$ref": format!("#{hostile}") }),
        json!({ "$id": format!("urn:{hostile}"), "items": { "$id": format!("urn:{hostile}") } }),
        json!({ "$schema": hostile.clone() }),
        json!({ "pattern": format!("({hostile}") }),
        json!({ "$anchor": hostile.clone() }),
    ] {
        let error = schema.to_string().parse::<JsonSchema>().unwrap_err();
        let text = error.to_string();
        assert!(!text.contains(char::is_control) && !text.contains('\u{202e}') && text.len() < 4_000, "{text}");
    }
    let name = hostile.clone();
    let schema = ready(&json!({
        "title": hostile.clone(), "type": "object", "properties": { name: { "const": hostile.clone() } },
        "required": [hostile.clone()], "additionalProperties": false, "dependentRequired": { "a": [hostile] },
    }));
    for data in [Value::from(1), Dict::from([("a", 1)]).into(), Dict::from([("\u{1b}", 1)]).into()] {
        let text = schema.validate(&data).unwrap_err().to_string();
        assert!(!text.contains(char::is_control) && !text.contains('\u{202e}') && text.len() < 4_000, "{text}");
    }
}

/// A schema of all keywords, to be damaged.
const ALL: &str = r##"{"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://example.org/a","title":"T",
"type":["object","array","string","number","null"],"properties":{"a":{"$ref":"#/$defs/x"},"b":{"type":"integer","minimum":-1}},
"patternProperties":{"^p\\d":{"maximum":9.5}},"additionalProperties":{"$ref":"#"},"propertyNames":{"maxLength":9},
"required":["a"],"dependentRequired":{"b":["a"]},"dependentSchemas":{"c":{"minProperties":2}},"minProperties":1,
"prefixItems":[{"const":1},{"enum":["a",[1],{"b":null}]}],"items":{"$ref":"https://example.org/y"},"contains":{"type":"null"},
"minContains":1,"maxContains":3,"uniqueItems":true,"allOf":[{"maxLength":5},true],"anyOf":[{"$ref":"#n"},{"pattern":"[a-z]+"}],
"oneOf":[{"type":"object"},{"type":"array"},{"type":"string"}],"not":{"const":7},"if":{"type":"string"},"then":{"minLength":1},
"else":{"exclusiveMaximum":1e3},"$defs":{"x":{"multipleOf":0.5},"y":{"$id":"y","format":"email"},"z":{"$anchor":"n","default":1}}}"##;

#[test]
fn damaged_schemas_never_panic() {
    on_a_small_stack(|| {
        let mut random = Random(7);
        let values =
            ["1", "null", "[1,\"a\",null]", "{\"a\":0.5,\"b\":1,\"p1\":3,\"c\":{\"a\":1}}", "\"abc\"", "[[],[{}]]"];
        let values: Vec<Value> = values.iter().map(|text| metaclass::json::from_str(text).unwrap()).collect();
        let mut loaded = 0;
        for _ in 0..if cfg!(debug_assertions) { 3_000 } else { 30_000 } {
            let mut bytes = ALL.as_bytes().to_vec();
            for _ in 0..=random.below(3) {
                let (at, other) = (random.below(bytes.len()), random.below(bytes.len()));
                match random.below(3) {
                    0 => bytes[at] = bytes[other],
                    1 => drop(bytes.remove(at)),
                    _ => bytes.insert(at, bytes[other]),
                }
            }
            let Ok(text) = String::from_utf8(bytes) else { continue };
            if let Ok(schema) = text.parse::<JsonSchema>() {
                loaded += 1;
                for value in &values {
                    assert_eq!(schema.is_valid(value), schema.validate(value).is_ok(), "{text}");
                }
            }
        }
        assert!(loaded > 20, "{loaded}");
    });
}
