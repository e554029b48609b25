//! What calling `int`, `str`, `list` and the like gives.

use super::numbers::{to_float, to_int};
use super::{Payload, builtins};
use crate::args::Args;
use crate::class::Class;
use crate::error::Error;
use crate::instance;
use crate::value::{Bytes, Dict, List, Set, Str, Tuple, Value};

/// So many bytes at most.
const LARGEST: usize = 1 << 30;

/// Without arguments.
pub(super) fn empty(kind: Payload) -> Value {
    match kind {
        Payload::Int => 0.into(),
        Payload::Float => 0.0.into(),
        Payload::Str => Str::default().into(),
        Payload::Bytes => Bytes::default().into(),
        Payload::List => List::new().into(),
        Payload::Tuple => Tuple::new().into(),
        Payload::Set => Set::new().into(),
        Payload::Dict => Dict::new().into(),
    }
}

pub(super) fn convert(kind: Payload, args: &Args) -> Result<Value, Error> {
    args.check(kind.name())?;
    if kind == Payload::Dict {
        return dict(args).map(Value::from);
    }
    if args.keywords().len() > 0 {
        return Err(Error::type_error(format!("{}() takes no keyword arguments", kind.name())));
    }
    match (kind, args.positional()) {
        (_, []) => Ok(empty(kind)),
        (Payload::Int, [value]) => to_int(value),
        (Payload::Int, [value, base]) => super::numbers::to_int_with_base(value, base),
        (Payload::Float, [value]) => to_float(value),
        (Payload::Str, [value]) => text(value),
        (Payload::Str, [value, encoding]) => decoded(value, encoding),
        (Payload::Bytes, [value]) => bytes(value).map(Value::from),
        (Payload::Bytes, [value, encoding]) => encoded(value, encoding),
        (Payload::List, [value]) => Ok(value.iterate()?.collect::<List>().into()),
        (Payload::Tuple, [value]) => Ok(value.iterate()?.collect::<Tuple>().into()),
        (Payload::Set, [value]) => set(value).map(Value::from),
        (kind, given) => Err(too_many(kind, given.len())),
    }
}

#[cold]
fn too_many(kind: Payload, given: usize) -> Error {
    let name = kind.name();
    Error::type_error(match kind {
        Payload::Int | Payload::Str | Payload::Bytes => {
            format!("{name}() takes at most 2 arguments ({given} given)")
        }
        _ => format!("{name} expected at most 1 argument, got {given}"),
    })
}

/// Calls the first of these methods that the class of an instance has.
pub(super) fn ask(value: &Value, methods: &[&'static str], wanted: &Class) -> Option<Result<Value, Error>> {
    let is_instance = matches!(value, Value::Instance(_) | Value::Shared(_));
    let method = methods.iter().find(|method| is_instance && value.class().finds(method))?;
    Some(instance::call(value, method, Args::new()).and_then(|given| {
        let plain = given.plain().into_owned();
        match plain.class().descends_from(wanted) {
            true => Ok(plain),
            false => {
                let (wanted, got) = (wanted.name(), given.type_name());
                Err(Error::type_error(format!("{method} returned non-{wanted} (type {got})")))
            }
        }
    }))
}

fn text(value: &Value) -> Result<Value, Error> {
    match ask(value, &["__str__", "__repr__"], builtins::str()) {
        Some(text) => text,
        None => Ok(value.to_string().into()),
    }
}

/// Refuses what is no UTF-8, the one encoding that is known here.
fn utf8(encoding: &Value) -> Result<(), Error> {
    match encoding.as_str() {
        Some(name) if ["utf-8", "utf8"].contains(&&*name.to_ascii_lowercase()) => Ok(()),
        Some(name) => Err(Error::lookup_error(format!("unknown encoding: {name}"))),
        None => Err(Error::type_error(format!("encoding must be str, not {}", encoding.type_name()))),
    }
}

fn decoded(value: &Value, encoding: &Value) -> Result<Value, Error> {
    let Some(bytes) = value.as_bytes() else {
        let got = value.type_name();
        return Err(Error::type_error(format!("decoding to str: need a bytes-like object, {got} found")));
    };
    utf8(encoding)?;
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.into()),
        Err(error) => Err(Error::value_error(format!("'utf-8' codec can't decode bytes: {error}"))),
    }
}

fn encoded(value: &Value, encoding: &Value) -> Result<Value, Error> {
    let Some(text) = value.as_str() else { return Err(Error::type_error("encoding without a string argument")) };
    utf8(encoding)?;
    Ok(Bytes::from(text.as_bytes()).into())
}

fn bytes(value: &Value) -> Result<Bytes, Error> {
    match (&*value.plain(), value.as_int()) {
        (Value::Bytes(bytes), _) => return Ok(bytes.clone()),
        (Value::Str(_), _) => return Err(Error::type_error("string argument without an encoding")),
        (_, Some(count)) if count < 0 => return Err(Error::value_error("negative count")),
        (_, Some(count)) => {
            let count = usize::try_from(count).ok().filter(|count| *count <= LARGEST);
            return count.map(|count| vec![0; count].into()).ok_or_else(|| Error::memory_error(""));
        }
        _ => {}
    }
    let byte = |item: Value| match item.as_int() {
        Some(byte) => u8::try_from(byte).map_err(|_| Error::value_error("bytes must be in range(0, 256)")),
        None => {
            let got = item.type_name();
            Err(Error::type_error(format!("'{got}' object cannot be interpreted as an integer")))
        }
    };
    match value.iterate() {
        Ok(items) => Ok(items.map(byte).collect::<Result<Vec<u8>, _>>()?.into()),
        Err(_) => Err(Error::type_error(format!("cannot convert '{}' object to bytes", value.type_name()))),
    }
}

pub(super) fn set(value: &Value) -> Result<Set, Error> {
    value.iterate()?.map(|member| member.hash_key()).collect()
}

/// `dict(mapping_or_pairs, **entries)`.
fn dict(args: &Args) -> Result<Dict, Error> {
    let mut dict = Dict::new();
    fill(&mut dict, args)?;
    Ok(dict)
}

/// What `dict.update` does.
pub(super) fn fill(dict: &mut Dict, args: &Args) -> Result<(), Error> {
    match args.positional() {
        [] => {}
        [value] => match &*value.plain() {
            Value::Dict(entries) => {
                for (key, value) in entries.iter() {
                    dict.insert(key.clone(), value.clone())?;
                }
            }
            pairs => fill_with_pairs(dict, pairs)?,
        },
        several => return Err(too_many(Payload::Dict, several.len())),
    }
    for (name, value) in args.keywords() {
        dict.insert(name, value.clone())?;
    }
    Ok(())
}

fn fill_with_pairs(dict: &mut Dict, pairs: &Value) -> Result<(), Error> {
    for (position, pair) in pairs.iterate()?.enumerate() {
        let items: Vec<Value> = match pair.iterate() {
            Ok(items) => items.collect(),
            Err(_) => {
                return Err(Error::type_error(format!(
                    "cannot convert dictionary update sequence element #{position} to a sequence"
                )));
            }
        };
        let Ok([key, value]) = <[Value; 2]>::try_from(items) else {
            let length = pair.len().unwrap_or_default();
            return Err(Error::value_error(format!(
                "dictionary update sequence element #{position} has length {length}; 2 is required"
            )));
        };
        dict.insert(key, value)?;
    }
    Ok(())
}
