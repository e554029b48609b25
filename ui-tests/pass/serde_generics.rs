//! Type parameters, lifetimes and constants of classes that are read from data.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Debug;

use metaclass::json;
use metaclass::prelude::*;

#[derive(Dataclass, Clone)]
#[dataclass(serde)]
struct Text<'a> {
    borrowed: &'a str,
    either: Cow<'a, str>,
    #[field(default)]
    more: Vec<&'a str>,
}

#[derive(Dataclass)]
#[dataclass(serde, extra = forbid)]
struct Page<'a, T, const N: usize>
where
    T: Clone + for<'x> serde::Deserialize<'x>,
{
    text: Text<'a>,
    #[field(max_items = 2)]
    items: Vec<T>,
    array: Array<T, N>,
    by_name: HashMap<String, Option<T>>,
}

/// serde has no arrays of every length.
#[derive(Clone, Debug, PartialEq)]
struct Array<T, const N: usize>(Vec<T>);

impl<T: serde::Serialize, const N: usize> serde::Serialize for Array<T, N> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T: serde::Deserialize<'de>, const N: usize> serde::Deserialize<'de> for Array<T, N> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self)
    }
}

#[derive(Dataclass)]
#[dataclass(serde)]
struct Twice<A, B: Debug + PartialEq = u8> {
    a: A,
    b: Option<Box<B>>,
}

trait Kind {
    type Id;
}

#[derive(Debug)]
struct User;

impl Kind for User {
    type Id = u32;
}

#[derive(Dataclass)]
#[dataclass(serde)]
struct Ref<K: Kind> {
    id: K::Id,
}

#[derive(Dataclass)]
#[dataclass(serde, bound(T: for<'x> metaclass::Decode<'x> + serde::Serialize + Debug + PartialEq + FieldType))]
struct Bound<T> {
    value: T,
}

use metaclass::FieldType;

fn main() {
    let text = r#"{"text": {"borrowed": "a", "either": "\n"}, "items": [1, 2], "array": [3], "by_name": {"x": null}}"#;
    let page: Page<'_, u8, 1> = json::from_str(text).unwrap();
    assert_eq!((page.text.borrowed, &*page.text.either, page.array.0), ("a", "\n", vec![3]));
    assert!(json::from_str::<Page<'_, String, 2>>(text).is_err());
    let twice: Twice<Twice<bool>, f64> = json::from_str(r#"{"a": {"a": true, "b": 1}, "b": 1}"#).unwrap();
    assert_eq!(json::to_string(&twice).unwrap(), r#"{"a":{"a":true,"b":1},"b":1.0}"#);
    let id: Ref<User> = json::from_str(r#"{"id": 7}"#).unwrap();
    assert_eq!(id.id, 7);
    assert!(json::from_str::<Bound<Vec<u8>>>(r#"{"value": [1]}"#).is_ok());
}
