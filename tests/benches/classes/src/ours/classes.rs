//! Classes are made.

use metaclass::prelude::*;

use crate::run::{Run, repeat};

const NAMES: [&str; 5] = ["a", "b", "c", "d", "e"];

/// Five fields and three methods.
pub(crate) fn class() -> Result<Class, Error> {
    Class::builder("Record")
        .field("a", Field::int())
        .field("b", Field::int())
        .field("c", Field::int())
        .field("d", Field::int())
        .field("e", Field::int())
        .method("one", |_| Ok(1))
        .method("sum", |this| this.get("a"))
        .method_with("add", params!(x, y), |_, args| args.get().map(|(x, y): (i64, i64)| x + y))
        .build()
}

pub(crate) fn empty_class() -> Result<Class, Error> {
    Class::builder("Empty").build()
}

#[allow(clippy::unnecessary_wraps, reason = "as all operations")]
pub(super) fn prepare(operation: &str) -> Result<Option<Run>, Error> {
    Ok(Some(match operation {
        "class" => repeat(class),
        "class, empty" => repeat(empty_class),
        "make_dataclass, 5 fields" => {
            repeat(|| make_dataclass("Record", NAMES.map(|name| (name, Field::int()))).build())
        }
        "namedtuple, 5 names" => repeat(|| namedtuple("Record", "a b c d e").build()),
        "Model.define, 5 fields" => repeat(|| Model::define("Record", NAMES.map(|name| (name, Field::int())))),
        _ => return Ok(None),
    }))
}
