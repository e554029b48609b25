//! The objects of serde_json: a map of values for each instance, without a class.

use std::hint::black_box;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::run::{Run, repeat};

#[derive(Serialize, Deserialize)]
struct Record {
    id: i64,
    name: String,
    age: u32,
    score: f64,
    active: bool,
}

pub(crate) fn instance() -> Map<String, Value> {
    let fields = [("a", black_box(1)), ("b", 2), ("c", 3), ("d", 4), ("e", 5)];
    fields.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect()
}

pub(crate) fn prepare(operation: &str) -> Option<Run> {
    let mut p = instance();
    let record = Record { id: 1, name: "a name".to_owned(), age: 36, score: 1.5, active: true };
    Some(match operation {
        "borrow, str" => repeat(move || black_box(&p).get(black_box("c")).and_then(Value::as_i64)),
        "get, str" => repeat(move || black_box(&p).get(black_box("c")).cloned()),
        "set, str" => repeat(move || black_box(&mut p).get_mut(black_box("c")).map(|c| *c = black_box(5).into())),
        "create, positional" => repeat(instance),
        "struct to instance" => repeat(move || serde_json::to_value(black_box(&record))),
        "instance to struct" => {
            let instance = serde_json::to_value(record).expect("an object");
            repeat(move || Record::deserialize(black_box(&instance)))
        }
        _ => return None,
    })
}
