//! Operators of instances: what `__eq__`, `__lt__`, `__hash__`, `__repr__` and their kin say.

use std::cmp::Ordering;
use std::fmt;

use super::This;
use super::access::{call_special, call_special_mut};
use crate::args::Args;
use crate::error::Error;
use crate::value::{Comparison, Operator, Value};

/// `a == b`, one of which is an instance: `__eq__` of the first that has one, else whether they are the same.
///
/// A method that fails says no: Rust's `==` has no errors.
pub(crate) fn equal(a: &Value, b: &Value) -> bool {
    holds(Comparison::Eq, a, b).unwrap_or_else(|| Ok(a.is(b))).unwrap_or_default()
}

/// Is it an instance, of a compiled class among others? A named tuple is a tuple here.
pub(crate) fn is_instance(value: &Value) -> bool {
    match value {
        Value::Instance(_) | Value::Shared(_) => true,
        Value::Opaque(value) => value.get().spec().is_some_and(|spec| !spec.is_tuple() && spec.class().is_some()),
        _ => false,
    }
}

/// The order of two values that are not equal, one of which is an instance; `None` if there is no method for it.
pub(crate) fn order(a: &Value, b: &Value) -> Option<Result<Option<Ordering>, Error>> {
    let ways = [
        (a, "__lt__", b, Ordering::Less),
        (b, "__gt__", a, Ordering::Less),
        (b, "__lt__", a, Ordering::Greater),
        (a, "__gt__", b, Ordering::Greater),
    ];
    let mut known =
        ways.into_iter().filter(|(value, method, ..)| is_instance(value) && value.class().finds(method)).peekable();
    known.peek()?;
    for (value, method, other, order) in known {
        match call(value, method, Args::new().with(other.clone())) {
            Ok(answer) if answer.is_truthy() => return Some(Ok(Some(order))),
            Ok(_) => {}
            Err(error) => return Some(Err(error)),
        }
    }
    Some(Ok(None))
}

/// A comparison of two values, one of which is an instance: the method of the first, or the reflected one of the second;
/// `None` if there is no method for it.
pub(crate) fn holds(comparison: Comparison, a: &Value, b: &Value) -> Option<Result<bool, Error>> {
    let answer = ask(a, comparison.method(), Args::new().with(b.clone()));
    let answer = answer.or_else(|| ask(b, comparison.reflected().method(), Args::new().with(a.clone())));
    answer.map(|answer| answer.map(|answer| answer.is_truthy()))
}

/// What an operator gives for two values, one of which is an instance: `__add__` of the first, or `__radd__` of the second;
/// `None` if there is no method for it.
pub(crate) fn operate(operator: Operator, a: &Value, b: &Value) -> Option<Result<Value, Error>> {
    let result = ask(a, operator.method(), Args::new().with(b.clone()));
    result.or_else(|| ask(b, operator.reflected_method(), Args::new().with(a.clone())))
}

/// Calls a method that an instance may have.
fn ask(value: &Value, method: &'static str, args: Args) -> Option<Result<Value, Error>> {
    (is_instance(value) && value.class().finds(method)).then(|| call(value, method, args))
}

/// The hash of an instance: what `__hash__` says; without that and `__eq__`, its identity.
///
/// # Errors
/// A `TypeError` if it has none, and whatever `__hash__` fails with.
pub(crate) fn hash(value: &Value, address: usize) -> Result<i64, Error> {
    let class = value.class();
    let unhashable = || Error::type_error(format!("unhashable type: '{}'", class.name()));
    match class.table().get("__hash__").and_then(|group| group.top.as_ref()) {
        Some(placed) if placed.held.value().is_none() => Err(unhashable()),
        Some(_) => match call(value, "__hash__", Args::new())? {
            Value::Int(hash) => Ok(hash),
            Value::True => Ok(1),
            Value::False => Ok(0),
            _ => Err(Error::type_error("__hash__ method should return an integer")),
        },
        None if class.finds("__eq__") => Err(unhashable()),
        None => Ok(i64::try_from(address).unwrap_or(i64::MAX)),
    }
}

/// Python's `bool(instance)`: `__bool__`, else whether `__len__` is not 0, else true. What fails says yes.
pub(crate) fn is_truthy(value: &Value) -> bool {
    let class = value.class();
    let answer = |method| call(value, method, Args::new()).is_ok_and(|answer| answer.is_truthy());
    match (class.finds("__bool__"), class.finds("__len__")) {
        (true, _) => answer("__bool__"),
        (false, true) => answer("__len__"),
        (false, false) => true,
    }
}

/// Calls a method of the class of an instance.
pub(crate) fn call(value: &Value, method: &'static str, args: Args) -> Result<Value, Error> {
    call_special(&This::of(value, value.class()), method, args)
}

/// Calls a method of the class of an instance, which may change the instance.
pub(crate) fn call_mut(value: &mut Value, method: &'static str, args: Args) -> Result<Value, Error> {
    let class = value.class().clone();
    call_special_mut(&mut This::of_value_mut(value, &class), method, args)
}

/// What `repr` writes: what `__repr__` says. If that fails or gives no text, what is written without it.
pub(crate) fn fmt_repr(this: &This<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if this.class().finds("__repr__")
        && let Ok(Value::Str(text)) = call_special(this, "__repr__", Args::new())
    {
        return f.write_str(&text);
    }
    f.write_str(&this.plain_repr())
}

/// What `str` writes: what `__str__` says, else the repr.
pub(crate) fn fmt_str(this: &This<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if this.class().finds("__str__")
        && let Ok(Value::Str(text)) = call_special(this, "__str__", Args::new())
    {
        return f.pad(&text);
    }
    fmt_repr(this, f)
}
