//! The methods of built-in classes that operators and functions of Python call.

use super::{Payload, builtins, collections, numbers, operators};
use crate::args::Args;
use crate::class::Class;
use crate::error::Error;
use crate::function::takes::exactly;
use crate::function::{Function, Takes};
use crate::instance::{This, call_special};
use crate::symbol::Sym;
use crate::value::Value;

/// What the class of a kind has.
pub(super) fn of(kind: Payload) -> Vec<(Sym, Value)> {
    let mut functions = vec![
        Function::method("__repr__", move |this| Ok(repr(this, &receiver(this, kind, "__repr__")?))),
        Function::reader("__format__", exactly::<1>, move |this, args| {
            let (spec,): (&str,) = args.get()?;
            match spec {
                "" => Ok(this.to_value().to_string().into()),
                spec => receiver(this, kind, "__format__")?.format(spec).map(Value::from),
            }
        }),
    ];
    functions.extend(operators::of(kind));
    functions.extend(match kind {
        Payload::Int | Payload::Float => of_numbers(kind),
        _ => of_collections(kind),
    });
    functions.extend(collections::of(kind));
    let mut attributes = builtins::named(functions);
    attributes.push((
        Sym::new("__hash__"),
        match kind.is_filled_later() {
            true => Value::None,
            false => method(kind, "__hash__", |value| Ok(value.hash_key()?.code().into())).into(),
        },
    ));
    attributes
}

fn of_numbers(kind: Payload) -> Vec<Function> {
    let mut functions = vec![
        method(kind, "__bool__", |value| Ok(value.is_truthy().into())),
        method(kind, "__neg__", Value::neg),
        method(kind, "__pos__", Value::pos),
        method(kind, "__abs__", Value::abs),
        method(kind, "__int__", numbers::to_int),
        method(kind, "__float__", numbers::to_float),
    ];
    if kind == Payload::Int {
        functions.push(method(kind, "__invert__", Value::invert));
        functions.push(method(kind, "__index__", numbers::to_int));
    }
    functions
}

fn of_collections(kind: Payload) -> Vec<Function> {
    let mut functions = vec![
        method(kind, "__len__", |value| value.len().map(Value::from)),
        method(kind, "__iter__", |value| Ok(value.clone())),
        method_with(kind, "__contains__", |value, item| value.contains(item).map(Value::from)),
    ];
    match kind {
        Payload::Str => functions.push(method(kind, "__str__", |value| Ok(value.clone()))),
        Payload::Dict => functions.push(Function::reader("__getitem__", exactly::<1>, get_item_of_dict)),
        _ => {}
    }
    if !matches!(kind, Payload::Set | Payload::Dict) {
        functions.push(method_with(kind, "__getitem__", Value::get_item));
    }
    if matches!(kind, Payload::List | Payload::Dict) {
        functions.push(method(kind, "__reversed__", Value::reversed));
        functions.push(writer(kind, "__setitem__", exactly::<2>, |value, args| {
            let (key, item): (&Value, &Value) = args.get()?;
            value.set_item(key, item.clone()).map(Value::from)
        }));
        functions.push(writer(kind, "__delitem__", exactly::<1>, |value, args| {
            let (key,): (&Value,) = args.get()?;
            value.del_item(key).map(Value::from)
        }));
    }
    functions
}

/// A subclass may have `__missing__` for keys that are not there.
fn get_item_of_dict(this: &This<'_>, args: Args) -> Result<Value, Error> {
    let (key,): (&Value,) = args.get()?;
    let value = receiver(this, Payload::Dict, "__getitem__")?;
    let Value::Dict(entries) = &value else { return value.get_item(key) };
    match entries.get_key(&key.hash_key()?) {
        None if this.class().finds("__missing__") => call_special(this, "__missing__", args),
        Some(found) => Ok(found.clone()),
        None => value.get_item(key),
    }
}

/// A set shows the name of its class, if that is not `set`.
fn repr(this: &This<'_>, value: &Value) -> String {
    let class: &Class = this.class();
    match value {
        Value::Set(set) if class != Payload::Set.class() => match set.is_empty() {
            true => format!("{}()", class.name()),
            false => format!("{}({value})", class.name()),
        },
        value => value.repr().to_string(),
    }
}

/// A method that takes no arguments.
pub(super) fn method(kind: Payload, name: &'static str, function: fn(&Value) -> Result<Value, Error>) -> Function {
    Function::method(name, move |this| function(&receiver(this, kind, name)?))
}

/// A method that takes another value.
pub(super) fn method_with(
    kind: Payload,
    name: &'static str,
    function: impl Fn(&Value, &Value) -> Result<Value, Error> + Send + Sync + 'static,
) -> Function {
    Function::reader(name, exactly::<1>, move |this, args| {
        let (other,): (&Value,) = args.get()?;
        function(&receiver(this, kind, name)?, other)
    })
}

/// A method that changes the value.
pub(super) fn writer(
    kind: Payload,
    name: &'static str,
    takes: fn() -> Takes,
    function: impl Fn(&mut Value, &Args) -> Result<Value, Error> + Send + Sync + 'static,
) -> Function {
    Function::writer(name, takes, move |this, args| {
        receiver(this, kind, name)?;
        this.with_payload_mut(|value| function(value, &args))?
    })
}

/// The value that the receiver of a method is.
pub(super) fn receiver(this: &This<'_>, kind: Payload, method: &str) -> Result<Value, Error> {
    match this.payload()? {
        Some(value) if Payload::of(&value) == Some(kind) => Ok(value),
        _ => {
            let (wanted, got) = (kind.name(), this.class().name());
            Err(Error::type_error(format!("descriptor '{method}' requires a '{wanted}' object but received a '{got}'")))
        }
    }
}
