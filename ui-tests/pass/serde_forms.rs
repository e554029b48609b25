//! `Self` in a field type, fields that are not compiled, a class within a function, one that a macro writes.

#![allow(unexpected_cfgs)]

use metaclass::json;
use metaclass::prelude::*;

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Tree {
    name: String,
    children: Vec<Self>,
    parent: Option<Box<Self>>,
    #[field(values(min_items = 1), default)]
    by_name: std::collections::BTreeMap<String, Vec<Self>>,
}

#[derive(Dataclass)]
#[dataclass(serde, extra = forbid)]
struct Partial {
    a: u8,
    #[cfg(never)]
    b: Nowhere,
    #[cfg(not(never))]
    #[field(max_value = 5)]
    c: u8,
    #[cfg_attr(never, field(rename = "e"))]
    #[cfg_attr(not(never), field(rename = "f"))]
    d: u8,
}

macro_rules! class {
    ($name:ident { $($field:ident: $type:ty = $default:expr),* }) => {
        #[derive(Dataclass)]
        #[dataclass(serde)]
        struct $name { $(#[field(default = $default)] $field: $type,)* }
    };
}

class! { Made { a: u8 = 1, b: Option<String> = None } }

#[derive(Dataclass)]
#[dataclass(serde, extra = forbid)]
struct Empty {}

fn main() {
    let tree: Tree = json::from_str(
        r#"{"name": "a", "children": [{"name": "b", "children": []}], "by_name": {"c": [{"name": "d", "children": []}]}}"#,
    )
    .unwrap();
    assert_eq!((tree.children.len(), tree.by_name["c"][0].name.as_str()), (1, "d"));

    assert!(json::from_str::<Partial>(r#"{"a": 1, "c": 5, "f": 0}"#).is_ok());
    let error = json::from_str::<Partial>(r#"{"a": 1, "c": 6, "f": 0, "b": 1}"#).unwrap_err();
    assert_eq!(error.to_string(), "Validation errors: c: must be at most 5; b: unknown field");

    #[derive(Dataclass)]
    #[dataclass(serde)]
    struct Local<'a> {
        text: &'a str,
    }
    assert_eq!(json::from_str::<Local<'_>>(r#"{"text": "x"}"#).unwrap().text, "x");
    {
        #[derive(Dataclass)]
        #[dataclass(serde)]
        struct Local {
            text: u8,
        }
        assert_eq!(json::from_str::<Local>(r#"{"text": 1}"#).unwrap().text, 1);
    }

    let made: Made = json::from_str("{}").unwrap();
    assert_eq!((made.a, made.b), (1, None));
    assert!(json::from_str::<Empty>("{}").is_ok() && json::from_str::<Empty>(r#"{"a": 1}"#).is_err());
}
