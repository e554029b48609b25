//! Values as the cases write them.

use metaclass::Value;
use metaclass::value::{Bytes, Dict, List, Set, Tuple};
use serde_json::Value as Json;

/// The items of a list; none if it is absent.
pub(crate) fn list(json: &Json) -> &[Json] {
    json.as_array().map_or(&[], Vec::as_slice)
}

/// The value; `None` if it needs a class or a variable of the case, or an integer beyond what a value holds.
pub(crate) fn value(json: &Json) -> Option<Value> {
    match json {
        Json::Null => Some(Value::None),
        Json::Bool(value) => Some((*value).into()),
        Json::String(text) => Some(text.as_str().into()),
        Json::Number(number) => match (number.as_i64(), number.as_u64(), number.as_f64()) {
            (Some(value), _, _) => Some(value.into()),
            (None, Some(value), _) => Some(value.into()),
            // What was written as an integer is read as a float if it is too large.
            (None, None, Some(value)) if value.abs() < 1e18 || number.to_string().contains(['.', 'e']) => {
                Some(value.into())
            }
            _ => None,
        },
        Json::Array(items) => Some(items.iter().map(value).collect::<Option<List>>()?.into()),
        Json::Object(object) => {
            let (kind, content) = object.iter().next()?;
            special(kind, content)
        }
    }
}

fn special(kind: &str, content: &Json) -> Option<Value> {
    match kind {
        "$tuple" => Some(list(content).iter().map(value).collect::<Option<Tuple>>()?.into()),
        "$set" => {
            let mut set = Set::new();
            for member in list(content) {
                set.insert(value(member)?).ok()?;
            }
            Some(set.into())
        }
        "$dict" => {
            let mut dict = Dict::new();
            for entry in list(content) {
                dict.insert(value(&entry[0])?, value(&entry[1])?).ok()?;
            }
            Some(dict.into())
        }
        "$bytes" => {
            let bytes = list(content).iter().map(|byte| u8::try_from(byte.as_u64()?).ok());
            Some(Bytes::from(bytes.collect::<Option<Vec<u8>>>()?).into())
        }
        "$int" => content.as_str()?.parse::<i128>().ok().map(Into::into),
        "$float" => content.as_str()?.parse::<f64>().ok().map(Into::into),
        _ => None,
    }
}
