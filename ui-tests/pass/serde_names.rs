//! Fields, types and constants named like what generated code names to read data.

#![allow(non_camel_case_types, non_upper_case_globals, dead_code)]

use metaclass::json;

#[derive(metaclass::Dataclass, Clone)]
#[dataclass(serde, post_init = Self::complete, init_var(context: u8 = 1, seen: u8 = 2))]
struct Fields {
    slot: u8,
    source: u8,
    finish: u8,
    value: u8,
    v: u8,
    this: u8,
    key: String,
    #[field(min_value = 1)]
    start: u8,
    #[field(items(max_value = 9))]
    inner: Vec<i64>,
    state: u8,
    serializer: u8,
    deserializer: u8,
    error: u8,
    data: u8,
    spec: u8,
    read: u8,
    r#type: u8,
    r#fn: Option<u8>,
    items: Vec<u8>,
    entries: u8,
    out: u8,
    this_: u8,
    #[field(default = finish + slot)]
    sum: u8,
    #[field(default = hook() + names())]
    called: u8,
}

fn hook() -> u8 {
    1
}

fn names() -> u8 {
    2
}

impl Fields {
    fn complete(&mut self, context: u8, seen: u8) {
        self.sum += context + seen;
    }
}

mod shadowed {
    pub struct Slots;
    pub struct Context;
    pub struct Decode;
    pub struct Deserialize;
    pub struct Deserializer;
    pub struct Serialize;
    pub struct Seed;
    pub struct Source;
    pub struct Finish;
    pub struct Option;
    pub struct Some;
    pub struct None;
    pub struct Result;
    pub struct Ok;
    pub struct Err;
    pub struct Self_;
    pub struct Dataclass;
    pub struct Validator;
    pub mod serde {}
    pub mod metaclass {}
}

mod inner {
    #[allow(unused_imports)]
    use crate::shadowed::*;

    #[derive(::metaclass::Dataclass)]
    #[dataclass(serde, extra = forbid, check(is_good, fields(slot, list)))]
    pub struct Context_<Slots> {
        pub slot: Slots,
        #[field(items(items(min_value = 0)))]
        pub list: ::std::vec::Vec<::std::vec::Vec<i64>>,
        #[field(default)]
        pub foreign: ::std::option::Option<::std::net::IpAddr>,
    }

    fn is_good<Slots>(_: &Slots, list: &[::std::vec::Vec<i64>]) -> bool {
        list.len() < 3
    }
}

/// A class called as ours are.
#[derive(metaclass::Dataclass)]
#[dataclass(serde)]
struct Slots {
    x: u8,
}

#[derive(metaclass::Dataclass)]
#[dataclass(serde)]
struct Context<'de, D, __S2> {
    d: D,
    s: __S2,
    text: &'de str,
}

#[derive(metaclass::Dataclass)]
#[dataclass(serde)]
struct Decode {
    slots: Slots,
    r#struct: r#struct,
}

#[derive(metaclass::Dataclass)]
#[dataclass(serde)]
struct r#struct {
    r#match: u8,
}

fn main() {
    let names = ["slot", "source", "finish", "value", "v", "this", "start", "state", "serializer", "deserializer", "error",
        "data", "spec", "read", "type", "entries", "out", "this_"];
    let numbers: String = names.iter().map(|name| format!("\"{name}\": 3, ")).collect();
    let text = format!("{{{numbers}\"key\": \"k\", \"inner\": [1], \"items\": [1], \"context\": 4}}");
    let fields: Fields = json::from_str(&text).unwrap();
    assert_eq!((fields.sum, fields.r#type, fields.r#fn), (12, 3, None));
    assert!(json::to_string(&fields).unwrap().contains("\"type\":3,\"fn\":null"));

    let text = r#"{"slot": 1, "list": [[1]]}"#;
    assert!(json::from_str::<inner::Context_<u8>>(text).is_ok());
    assert!(json::from_str::<Slots>(r#"{"x": 1}"#).is_ok());
    assert!(json::from_str::<Context<'_, u8, bool>>(r#"{"d": 1, "s": true, "text": "a"}"#).is_ok());
    assert!(json::from_str::<Decode>(r#"{"slots": {"x": 1}, "struct": {"match": 1}}"#).is_ok());
}
