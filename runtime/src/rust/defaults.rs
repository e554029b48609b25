//! Defaults as expressions.

use super::code::Code;
use crate::spec::{FieldSpec, TypeSpec};
use crate::value::Value;

/// The default of a field as an expression of its type.
pub(super) fn of(field: &FieldSpec) -> Result<Option<Code>, String> {
    let default = match field.default().constant() {
        Some(constant) => constant,
        // What a function makes may be another each time, unless it is nothing.
        None => match field.default().value() {
            Some(made) if made.len().is_ok_and(|len| len == 0) => made,
            _ => return Err("its default is made by a function".to_owned()),
        },
    };
    // `schema!` turns text into what the field holds.
    match (field.ty(), &default) {
        (TypeSpec::Str, Value::Str(text)) => Ok(Some(Code::text(text))),
        (ty, default) => expression(ty, default).map(Some),
    }
}

fn expression(ty: &TypeSpec, value: &Value) -> Result<Code, String> {
    let each = |ty: &TypeSpec, values: &mut dyn Iterator<Item = &Value>| {
        let codes = values.map(|value| expression(ty, value)).collect::<Result<Vec<Code>, String>>();
        codes.map(|codes| Code::join(codes, ", "))
    };
    match (ty, value) {
        (TypeSpec::Option(_), Value::None) => Ok(Code::of("None")),
        (TypeSpec::Option(inner), value) => Ok(Code::of("Some(") + expression(inner, value)? + ")"),
        (TypeSpec::None, Value::None) => Ok(Code::of("()")),
        (TypeSpec::Any, value) => any(value),
        (_, Value::True) => Ok(Code::of("true")),
        (_, Value::False) => Ok(Code::of("false")),
        (TypeSpec::Float, Value::Float(float)) => Ok(Code::float(float.get())),
        (_, Value::Str(text)) => Ok(Code::of("String::from(") + Code::text(text) + ")"),
        (TypeSpec::List(item), Value::List(items)) => Ok(Code::of("vec![") + each(item, &mut items.iter())? + "]"),
        (TypeSpec::Bytes, Value::Bytes(bytes)) => {
            let bytes = bytes.iter().map(|byte| Code::int((*byte).into()));
            Ok(Code::of("vec![") + Code::join(bytes, ", ") + "]")
        }
        (TypeSpec::Set(item), Value::Set(items)) => {
            Ok(Code::of("std::collections::HashSet::from([") + each(item, &mut items.iter())? + "])")
        }
        (TypeSpec::Tuple(types), Value::Tuple(items)) => {
            let items = types.iter().zip(items).map(|(ty, item)| expression(ty, item));
            let items = items.collect::<Result<Vec<Code>, String>>()?;
            let end = if items.len() == 1 { ",)" } else { ")" };
            Ok(Code::of("(") + Code::join(items, ", ") + end)
        }
        (TypeSpec::Dict(key_type, value_type), Value::Dict(dict)) => {
            let entry = |(key, value)| {
                Ok::<_, String>(
                    Code::of("(") + expression(key_type, key)? + ", " + expression(value_type, value)? + ")",
                )
            };
            let entries = dict.iter().map(entry).collect::<Result<Vec<Code>, String>>()?;
            Ok(Code::of("std::collections::HashMap::from([") + Code::join(entries, ", ") + "])")
        }
        (_, value) => {
            value.as_int().map(Code::int).ok_or_else(|| format!("its default, a {}, has no form", value.type_name()))
        }
    }
}

/// A value of a field that takes anything.
fn any(value: &Value) -> Result<Code, String> {
    let code = match value {
        Value::None => return Ok(Code::of("Value::None")),
        Value::True => Code::of("true"),
        Value::False => Code::of("false"),
        Value::Float(float) => Code::float(float.get()),
        Value::Str(text) => Code::text(text),
        Value::List(items) => {
            let items = items.iter().map(any).collect::<Result<Vec<Code>, String>>()?;
            Code::of("Vec::<Value>::from([") + Code::join(items, ", ") + "])"
        }
        value => match value.as_int() {
            Some(int) => Code::int(int) + "_i128",
            None => return Err(format!("its default, a {}, has no form", value.type_name())),
        },
    };
    Ok(Code::of("Value::from(") + code + ")")
}
