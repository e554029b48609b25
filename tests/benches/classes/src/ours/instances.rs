//! Instances are made.

use std::hint::black_box;

use metaclass::prelude::*;

use super::classes::class;
use crate::run::{Run, repeat};

/// What is turned into an instance and back.
#[derive(Dataclass)]
struct Record {
    id: i64,
    name: String,
    age: u32,
    score: f64,
    active: bool,
}

#[derive(Dataclass)]
struct Five {
    a: i64,
    b: i64,
    c: i64,
    d: i64,
    e: i64,
}

pub(super) fn prepare(operation: &str) -> Result<Option<Run>, Error> {
    let (checked, compiled) = (class()?, Five::class());
    let record = Record!(1, "a name".to_owned(), age = 36, score = 1.5, active = true);
    let instance = record.to_instance()?;
    Ok(Some(match operation {
        "create, compiled class" => repeat(move || compiled.instantiate(args!(black_box(1), 2, 3, 4, 5))),
        "create, positional" => {
            let any = ["a", "b", "c", "d", "e"].map(|name| (name, Field::any()));
            let class = any.into_iter().fold(Class::builder("Any"), |class, (name, field)| class.field(name, field));
            let class = class.build()?;
            repeat(move || class.instantiate(args!(black_box(1), 2, 3, 4, 5)))
        }
        "create, positional, checked" => repeat(move || checked.instantiate(args!(black_box(1), 2, 3, 4, 5))),
        "create, keywords, checked" => {
            repeat(move || checked.instantiate(args!(a = black_box(1), b = 2, c = 3, d = 4, e = 5)))
        }
        "struct to instance" => repeat(move || black_box(&record).to_instance()),
        "instance to struct" => repeat(move || Record::from_instance(black_box(&instance))),
        _ => return Ok(None),
    }))
}
