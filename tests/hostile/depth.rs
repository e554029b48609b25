//! Values so deep that a function which calls itself for each level would overflow the stack.

use std::cmp::Ordering;

use metaclass::prelude::*;
use metaclass::spec::ClassSpec;
use metaclass::value::{Dict, Key, List, Set, Tuple};
use metaclass::{Field, FieldType, repr};

use super::on_a_small_stack;

const DEPTH: usize = 1_000_000;

/// How a value is put into another.
type Wrap = fn(Value) -> Value;

const LIST: Wrap = |inner| vec![inner].into();
const TUPLE: Wrap = |inner| Tuple::from(vec![inner]).into();
const DICT: Wrap = |inner| Dict::from([("k", inner)]).into();
/// Further values before and behind, and each kind of container within another.
const MIXED: Wrap = |inner| {
    let items = vec![1.into(), TUPLE(inner), "z".into()];
    Dict::from([("a", Value::from(0)), ("k", items.into())]).into()
};

fn nested_in(wrap: Wrap, levels: usize, innermost: impl Into<Value>) -> Value {
    (0..levels).fold(innermost.into(), |inner, _| wrap(inner))
}

/// One value of each kind, made when it is asked for; they differ in nothing but what is innermost.
fn deep(innermost: i32) -> impl Iterator<Item = Value> {
    let kinds: [(Wrap, usize); 4] = [(LIST, DEPTH), (TUPLE, DEPTH / 10), (DICT, DEPTH), (MIXED, DEPTH / 10)];
    kinds.into_iter().map(move |(wrap, levels)| nested_in(wrap, levels, innermost))
}

/// Those that are made fastest.
fn deep_lists_and_mixed() -> [Value; 2] {
    [nested_in(LIST, DEPTH, 1), nested_in(MIXED, DEPTH / 10, 1)]
}

#[test]
fn values_are_copied_changed_and_freed() {
    on_a_small_stack(|| {
        for value in deep(1) {
            let copies = [value.clone(), value.clone()];
            drop(value);
            let [mut copy, other] = copies;
            if let Value::List(items) = &mut copy {
                items.push(1);
                items.as_mut_slice()[0] = Value::None;
            }
            let held = vec![other, copy];
            drop(held);
        }
        // What is shared is freed with the last that holds it, whoever that is.
        let shared: Vec<Value> = deep_lists_and_mixed().into();
        let thread = std::thread::Builder::new().stack_size(256 * 1024);
        let other = thread.spawn({
            let shared = shared.clone();
            move || drop(shared)
        });
        drop(shared);
        other.unwrap().join().unwrap();
    });
}

#[test]
fn values_are_compared() {
    on_a_small_stack(|| {
        for ((a, b), greater) in deep(1).zip(deep(1)).zip(deep(2)) {
            assert!(a == b && a != greater);
            assert_eq!(a.total_cmp(&greater), Ordering::Less);
            match a {
                Value::Dict(_) => assert!(a.compare(&greater).is_err()),
                _ => assert!(a < greater && a.compare(&b).unwrap() == Some(Ordering::Equal)),
            }
            assert!(a.is_truthy());
        }
    });
}

#[test]
fn values_are_shown() {
    on_a_small_stack(|| {
        for (value, begin) in deep(1).zip(["[[[", "(((", "{'k': {", "{'a': 0, 'k': [1, ({"]) {
            let text = value.repr().to_string();
            assert!(text.starts_with(begin) && text.len() > DEPTH / 10);
            assert!(value.to_string() == text && format!("{value:#?}") == text && repr(&value).to_string() == text);
        }
        let error = i64::try_from(nested_in(LIST, DEPTH, 1)).unwrap_err();
        assert_eq!(error.to_string(), "expected int, got list");
    });
}

#[test]
fn keys_are_made_hashed_and_found() {
    on_a_small_stack(|| {
        let error = nested_in(TUPLE, DEPTH, vec![1]).hash_key().unwrap_err();
        assert_eq!(error.to_string(), "unhashable type: 'list'");
        assert!(deep(1).map(|value| value.hash_key().is_ok()).eq([false, true, false, false]));
        let key: Key = nested_in(TUPLE, DEPTH, 1).hash_key().unwrap();
        let mut set: Set = [key.clone(), key.clone()].into_iter().collect();
        assert!(!set.insert(key.value().clone()).unwrap() && set.insert(nested_in(TUPLE, DEPTH, 2)).unwrap());
        let mut dict = Dict::from([("x", 1)]);
        dict.insert(key.value().clone(), Value::from(set.clone())).unwrap();
        assert!(dict.get_key(&key).and_then(Value::as_set) == Some(&set));
        let all = Value::from(vec![Value::from(set), dict.into()]);
        assert!(all == all.clone() && all.to_string().len() > DEPTH);
    });
}

#[test]
fn values_are_turned_into_others() {
    on_a_small_stack(|| {
        let [list, tuple, dict] = [LIST, TUPLE, DICT].map(|wrap| nested_in(wrap, DEPTH, 1));
        let items = List::try_from(list).unwrap();
        let tuple_of_list = Value::from(Tuple::from(items.clone()));
        assert!(tuple_of_list != tuple);
        let items: Vec<Value> = items.into();
        let items = Value::from([Some(items), None]);
        assert_eq!(Vec::<Value>::try_from(items.clone()).unwrap().len(), 2);
        assert!(Vec::<Vec<Vec<i64>>>::try_from(items).is_err());
        let entries = Dict::try_from(dict.clone()).unwrap();
        let [(key, inner)]: [_; 1] = entries.clone().into_iter().collect::<Vec<_>>().try_into().unwrap();
        assert!(key == "k".into() && DICT(inner) == dict);
        let map = std::collections::BTreeMap::<String, Value>::from_value(entries.into()).unwrap();
        assert!(map.to_value().unwrap() == dict);
    });
}

#[derive(Dataclass, Clone)]
struct Document {
    title: String,
    body: Value,
    parts: Vec<Value>,
    by_name: Option<Dict>,
}

#[test]
fn values_are_fields_of_classes() {
    on_a_small_stack(|| {
        for body in deep_lists_and_mixed() {
            let parts = vec![body.clone(), body.clone()];
            let mut document = Document::new("t".to_owned(), body.clone(), parts, body.as_dict().cloned());
            assert!(document == document.clone());
            document.validate().unwrap();
            assert!(document.to_dict().get("body") == Some(&body));
            assert!(document.repr().to_string().len() > DEPTH);
            document.set("body", document.get("parts").unwrap()).unwrap();
            let value = FieldType::to_value(&document).unwrap();
            assert!(value == value.clone());
            // An instance within a value within an instance.
            document.body = vec![LIST(value)].into();
            document.validate().unwrap();
            assert!(format!("{document:?}").len() > DEPTH && document.to_dict().contains("by_name"));
        }
    });
}

#[test]
fn values_are_validated() {
    on_a_small_stack(|| {
        let fields = [
            ("any", Field::any().unique_items().min_length(0)),
            ("same", Field::any().matches("any")),
            ("items", Field::list(Field::any()).unique_items()),
            ("by_name", Field::dict(Field::str(), Field::any()).nullable().default(Value::None)),
            ("number", Field::int().nullable().default(Value::None)),
        ];
        let class = ClassSpec::define("C", fields).unwrap();
        for value in deep_lists_and_mixed() {
            let mut data = Dict::from([("any", value.clone()), ("same", value.clone())]);
            data.insert("items", vec![value.clone(), Value::None]).unwrap();
            data.insert("by_name", Dict::from([("k", value.clone())])).unwrap();
            class.validate(&data).unwrap();
            data.insert("items", vec![value.clone(), value.clone()]).unwrap();
            data.insert("number", value.clone()).unwrap();
            data.insert("unknown", value.clone()).unwrap();
            let error = class.validate(&data).unwrap_err();
            let codes: Vec<_> = error.issues().iter().map(metaclass::validate::Issue::code).collect();
            assert_eq!(codes, ["unique_items", "type", "unknown_field"]);
            let source = data.into();
            assert!(error.render(&source).to_string().len() < 1_000 && error.to_list().is_truthy());
        }
    });
}

#[test]
fn values_are_written_down_to_a_limit() {
    on_a_small_stack(|| {
        for wrap in [LIST, TUPLE, DICT] {
            let value = nested_in(wrap, 128, 1);
            let text = serde_json::to_string(&value).unwrap();
            assert!(text.matches(['[', '{']).count() == 128);
            assert!(serde_json::to_string_pretty(&value).is_ok() && serde_json::to_value(&value).is_ok());
        }
        for value in deep(1) {
            let error = serde_json::to_string(&value).unwrap_err();
            assert_eq!(error.to_string(), "nested deeper than 128 levels");
            assert!(serde_json::to_value(&value).is_err() && serde_json::to_string_pretty(&value).is_err());
            let document = Document::new("t".to_owned(), Value::None, vec![value], None);
            let instance = FieldType::to_value(&document).unwrap();
            assert!(serde_json::to_string(&instance).is_err() && serde_json::to_string(&document.to_dict()).is_err());
        }
    });
}
