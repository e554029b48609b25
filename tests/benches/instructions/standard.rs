//! The same with the standard derives, as far as they go.

use std::hash::{Hash, Hasher as _};

use crate::operations::{ARGUMENTS, Arguments, Sum, comparisons, repeat};

#[derive(PartialEq, PartialOrd)]
struct Record {
    id: u32,
    count: i64,
    ratio: f64,
    label: &'static str,
    active: bool,
    size: u64,
}

#[derive(PartialEq, Eq, PartialOrd, Hash)]
struct Texts {
    id: u32,
    name: String,
    note: Option<String>,
    tags: Vec<String>,
    active: bool,
}

comparisons!();
