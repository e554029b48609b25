//! `Value` and what it is made of, as JSON and TOML.

use std::collections::HashMap;
use std::time::Duration;

use metaclass::prelude::*;
use metaclass::spec::Literal;
use metaclass::value::{Bytes, Dict, Set, Tuple};
use metaclass::{Field, FieldType, spec::ClassSpec};
use serde::Serialize;

#[track_caller]
fn is_json(value: impl Serialize, text: &str) {
    assert_eq!(serde_json::to_string(&value).unwrap(), text);
}

#[track_caller]
fn is_refused(value: impl Serialize, text: &str) {
    assert_eq!(serde_json::to_string(&value).unwrap_err().to_string(), text);
}

fn with_key(key: impl Into<Value>) -> Value {
    let mut dict = Dict::new();
    dict.insert(key, 1).unwrap();
    dict.into()
}

#[test]
fn scalars_are_those_of_json() {
    is_json(Value::None, "null");
    is_json(vec![Value::from(true), false.into()], "[true,false]");
    is_json(Value::from(-1), "-1");
    is_json(Value::from(u64::MAX), "18446744073709551615");
    is_json(Value::from(i128::MIN), "-170141183460469231731687303715884105728");
    is_json(Value::from(1.0), "1.0");
    is_json(Value::from(0.1), "0.1");
    is_json(Value::from("é\"\u{1}"), r#""é\"\u0001""#);
    is_json(Value::from(Bytes::from(vec![1, 2])), "[1,2]");
    // JSON has no such numbers: what becomes of them is up to the serializer.
    is_json(Value::from(vec![f64::NAN, f64::INFINITY]), "[null,null]");
}

#[test]
fn containers_keep_their_order() {
    let mut set = Set::new();
    for member in ["b", "a"] {
        set.insert(member).unwrap();
    }
    let tuple = Tuple::from(vec![1.into(), Value::from(set)]);
    let dict =
        Dict::from([("z", Value::from(tuple)), ("a", Value::from(Dict::new())), ("l", Vec::<i32>::new().into())]);
    is_json(&dict, r#"{"z":[1,["b","a"]],"a":{},"l":[]}"#);
    is_json(HashMap::from([("outer", Value::from(dict))]), r#"{"outer":{"z":[1,["b","a"]],"a":{},"l":[]}}"#);
}

#[test]
fn keys_are_written_as_the_format_has_them() {
    is_json(with_key("a"), r#"{"a":1}"#);
    is_json(with_key(2), r#"{"2":1}"#);
    is_json(with_key(u64::MAX), r#"{"18446744073709551615":1}"#);
    is_json(with_key(true), r#"{"true":1}"#);
    is_json(with_key(1.5), r#"{"1.5":1}"#);
    is_refused(with_key(Value::None), "key must be a string");
    is_refused(with_key(Tuple::from(vec![1.into()])), "key must be a string");
    is_refused(with_key(Bytes::from(vec![1])), "key must be a string");
}

#[derive(Dataclass, Clone)]
struct Login {
    user: String,
    #[field(secret)]
    password: String,
}

#[derive(Dataclass, Clone)]
struct Site {
    name: String,
    logins: Vec<Login>,
    extra: Value,
}

#[derive(Dataclass, Clone)]
struct Timer {
    every: Duration,
}

#[test]
fn instances_are_written_without_their_secrets_wherever_they_are() {
    let login = Login::new("al".to_owned(), "sesame".to_owned());
    let value = login.to_value().unwrap();
    is_json(&value, r#"{"user":"al"}"#);
    is_json(vec![Value::from(vec![value.clone()])], r#"[[{"user":"al"}]]"#);
    let site = Site::new("s".to_owned(), vec![login], vec![value].into());
    let text = r#"{"name":"s","logins":[{"user":"al"}],"extra":[{"user":"al"}]}"#;
    is_json(site.to_dict(), text);
    is_json(site.to_value().unwrap(), text);
}

#[test]
fn what_is_no_instance_is_refused() {
    let every = Duration::from_secs(1);
    is_refused(Value::foreign(every), "cannot be serialized: 'Duration' is no dataclass");
    is_refused(Timer::new(every).to_dict(), "cannot be serialized: 'Duration' is no dataclass");
    is_refused(Timer::new(every).to_value().unwrap(), "cannot be serialized: 'Duration' is no dataclass");
}

#[test]
fn other_formats_write_them_too() {
    let dict = Dict::from([
        ("none", Value::None),
        ("size", 0.5.into()),
        ("tags", vec!["a", "b"].into()),
        ("owner", Dict::from([("id", 1)]).into()),
    ]);
    // TOML has no null, and leaves out what is none.
    let expected: toml::Table = toml::from_str("size = 0.5\ntags = ['a', 'b']\n[owner]\nid = 1").unwrap();
    assert_eq!(toml::Table::try_from(&dict).unwrap(), expected);
}

#[test]
fn the_literals_of_a_description_are_written() {
    let class = ClassSpec::define("C", [("x", Field::int().default(3)), ("y", Field::str().default("a"))]).unwrap();
    let defaults: Vec<Option<&Literal>> = class.fields().iter().map(|field| field.default().literal()).collect();
    is_json(defaults, r#"[3,"a"]"#);
}

#[test]
fn instances_of_built_in_classes_are_written_as_their_values() {
    use metaclass::builtins;

    let made = |base: &Class, args| Class::builder("My").base(base).build().unwrap().instantiate(args).unwrap();
    is_json(Value::from(made(builtins::int(), args!(3))), "3");
    is_json(vec![Value::from(made(builtins::tuple(), args!(["a"])))], r#"[["a"]]"#);
    is_json(Value::from(Shared::new(made(builtins::dict(), args!(a = 1)))), r#"{"a":1}"#);
    is_json(with_key(made(builtins::str(), args!("k"))), r#"{"k":1}"#);
}
