//! What is written as the value of a keyword: of which kind it must be.

use std::collections::HashSet;

use super::compile::{Draft, Read};
use super::error::SchemaErrorKind;
use super::locations::{Fault, invalid};
use super::types::Types;
use crate::schema::DIALECT;
use crate::spec::Text;
use crate::validate::cut;
use crate::value::{Number, Value};

/// Says nothing of values; or what it says is said where schemas are found.
#[allow(clippy::unnecessary_wraps, reason = "all that reads a keyword has one form")]
pub(super) fn annotation(_: &mut Draft<'_, '_, '_>, _: &Value) -> Read {
    Ok(())
}

/// What a schema is written in.
pub(super) fn dialect(_: &mut Draft<'_, '_, '_>, value: &Value) -> Read {
    match value.as_str() {
        Some(dialect) if dialect.strip_suffix('#').unwrap_or(dialect) == DIALECT => Ok(()),
        Some(other) => {
            let text = format!("the dialect '{}' is not supported, but '{DIALECT}' is", cut(other));
            Err((SchemaErrorKind::UnsupportedKeyword, text))
        }
        None => Err(invalid("it takes a URI")),
    }
}

/// A limit that another keyword reads.
pub(super) fn limit(_: &mut Draft<'_, '_, '_>, value: &Value) -> Read {
    count(value).map(drop)
}

/// An annotation that is text.
pub(super) fn text(_: &mut Draft<'_, '_, '_>, value: &Value) -> Read {
    value.as_str().map(drop).ok_or_else(|| invalid("it takes text"))
}

/// An annotation that is a list.
pub(super) fn list(_: &mut Draft<'_, '_, '_>, value: &Value) -> Read {
    value.as_list().map(drop).ok_or_else(|| invalid("it takes a list"))
}

/// An annotation that is a truth value.
pub(super) fn flag(_: &mut Draft<'_, '_, '_>, value: &Value) -> Read {
    value.as_bool().map(drop).ok_or_else(|| invalid("it takes a truth value"))
}

pub(super) fn number(value: &Value) -> Result<Number, Fault> {
    Number::of(value).ok_or_else(|| invalid("it takes a number"))
}

/// A number of things: what no memory could hold stands for all of it.
pub(super) fn count(value: &Value) -> Result<usize, Fault> {
    let is_count = Types::INT.takes(Types::of(value)) && *value >= Value::from(0);
    let count = match value {
        Value::Float(float) => crate::value::as_integer(float.get()),
        value => value.as_int(),
    };
    match is_count {
        true => Ok(count.and_then(|count| usize::try_from(count).ok()).unwrap_or(usize::MAX)),
        false => Err(invalid("it takes an integer of at least 0")),
    }
}

/// Names, each once (Validation, 6.5.3).
pub(super) fn names(value: &Value) -> Result<Vec<Text>, Fault> {
    let names = value.as_list().filter(|names| names.iter().all(|name| name.as_str().is_some()) && is_unique(names));
    let names = names.ok_or_else(|| invalid("it takes a list of names, each of them once"))?;
    Ok(names.iter().map(|name| Text::from(name.to_string())).collect())
}

pub(super) fn is_unique(names: &[Value]) -> bool {
    let mut seen = HashSet::new();
    names.iter().all(|name| name.as_str().is_none_or(|name| seen.insert(name)))
}
