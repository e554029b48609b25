//! Ours.

mod attributes;
mod calls;
mod changes;
pub(crate) mod classes;
mod instances;
mod registry;

use metaclass::prelude::*;

use crate::run::Run;

/// An operation of the table.
pub(crate) fn prepare(operation: &str) -> Run {
    let parts = [
        attributes::prepare,
        calls::prepare,
        instances::prepare,
        classes::prepare,
        changes::prepare,
        registry::prepare,
    ];
    let mut found = parts.iter().filter_map(|prepare| prepare(operation).expect("classes of ours"));
    found.next().unwrap_or_else(|| panic!("no such operation: {operation}"))
}

/// The integer that was read.
fn int(read: Result<&Value, Error>) -> i64 {
    match read {
        Ok(Value::Int(int)) => *int,
        other => panic!("{other:?}"),
    }
}
