//! Filters that are put together at run time: one file a feature.

mod compile;
mod explain;
mod new;
mod operators;
mod reference;
mod subjects;

use metaclass::{Filter, Value};

/// A filter of one condition.
#[track_caller]
pub(crate) fn filter(field: &str, operator: &str, value: impl Into<Value>) -> Filter {
    Filter::new(field, operator, value).unwrap()
}
