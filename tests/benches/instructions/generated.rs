//! What the derive writes.

use std::hash::{Hash as _, Hasher as _};

use metaclass::Dataclass;

use crate::operations::{ARGUMENTS, Arguments, Sum, calls_of_methods, comparisons, repeat};

#[derive(Dataclass)]
#[dataclass(order)]
struct Record {
    id: u32,
    count: i64,
    ratio: f64,
    label: &'static str,
    active: bool,
    #[field(default = 7)]
    size: u64,
}

#[derive(Dataclass)]
#[dataclass(order, hash)]
struct Texts {
    id: u32,
    name: String,
    note: Option<String>,
    tags: Vec<String>,
    active: bool,
}

#[derive(Dataclass)]
#[dataclass(frozen)]
struct Frozen {
    id: u32,
    ratio: f64,
    name: String,
    tags: Vec<String>,
}

#[inline(never)]
fn by_keyword(arguments: &Arguments) -> Record {
    Record!(arguments.id, arguments.count, active = arguments.active, label = arguments.label, ratio = arguments.ratio)
}

comparisons!();
calls_of_methods!();
