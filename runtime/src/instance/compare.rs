//! Operators of instances: what `__eq__`, `__lt__`, `__hash__`, `__repr__` and their kin say.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;

use super::This;
use super::call::{call_special, call_special_mut};
use crate::args::Args;
use crate::class::{Class, Payload};
use crate::error::Error;
use crate::value::{Comparison, Operator, Value};

/// `a == b`, one of which is an instance: what `__eq__` says.
///
/// A method that fails says no: Rust's `==` has no errors.
pub(crate) fn equal(a: &Value, b: &Value) -> bool {
    holds(Comparison::Eq, a, b).unwrap_or_default()
}

/// Is it an instance, of a compiled class among others? A named tuple is a tuple here.
pub(crate) fn is_instance(value: &Value) -> bool {
    match value {
        Value::Instance(_) | Value::Shared(_) => true,
        Value::Opaque(value) => value.get().spec().is_some_and(|spec| !spec.is_tuple() && spec.class().is_some()),
        _ => false,
    }
}

/// The order of two values that are not equal, one of which is an instance; `None` if no method knows of it.
pub(crate) fn order(a: &Value, b: &Value) -> Option<Result<Option<Ordering>, Error>> {
    let mut is_known = false;
    for (comparison, order) in [(Comparison::Lt, Ordering::Less), (Comparison::Gt, Ordering::Greater)] {
        match known(comparison, a, b) {
            Some(Ok(true)) => return Some(Ok(Some(order))),
            Some(Ok(false)) => is_known = true,
            Some(Err(error)) => return Some(Err(error)),
            None => {}
        }
    }
    is_known.then_some(Ok(None))
}

/// A comparison of two values, one of which is an instance.
///
/// # Errors
/// A `TypeError` if no method knows of an order, and whatever a method fails with.
pub(crate) fn holds(comparison: Comparison, a: &Value, b: &Value) -> Result<bool, Error> {
    match (known(comparison, a, b), comparison) {
        (Some(answer), _) => answer,
        (None, Comparison::Eq) => Ok(a.is(b)),
        (None, Comparison::Ne) => holds(Comparison::Eq, a, b).map(|is_equal| !is_equal),
        (None, _) => Err(comparison.unordered(a, b)),
    }
}

/// What the method of the first value says, or the reflected one of the second, which comes first if its class derives
/// from that of the other; then what is known of the built-in values that they are.
fn known(comparison: Comparison, a: &Value, b: &Value) -> Option<Result<bool, Error>> {
    let left = || ask(a, comparison.method(), b);
    let right = || ask(b, comparison.reflected().method(), a);
    let answer = if is_of_subclass(b, a) { right().or_else(left) } else { left().or_else(right) };
    if let Some(answer) = answer {
        return Some(answer.map(|answer| answer.is_truthy()));
    }
    let (x, y) = (a.plain(), b.plain());
    let is_ordered = || match (Payload::of(&x), Payload::of(&y)) {
        (Some(Payload::Dict) | None, _) => false,
        (x, y) => x == y || [x, y].iter().all(|kind| matches!(kind, Some(Payload::Int | Payload::Float))),
    };
    let is_comparable = match comparison {
        Comparison::Eq | Comparison::Ne => !is_instance(&x) && !is_instance(&y),
        _ => is_ordered(),
    };
    is_comparable.then(|| comparison.holds(&x, &y))
}

/// What an operator gives for two values, one of which is an instance: `__add__` of the first, or `__radd__` of the second,
/// which comes first if its class derives from that of the other and has another one; `None` if no method knows of it.
pub(crate) fn operate(operator: Operator, a: &Value, b: &Value) -> Option<Result<Value, Error>> {
    let left = || ask(a, operator.method(), b);
    let right = || ask(b, operator.reflected_method(), a);
    let has_other = || {
        let method = |value: &Value| Some(value.class().find(operator.reflected_method())?.held.value());
        method(a) != method(b)
    };
    let result = if is_of_subclass(b, a) && has_other() { right().or_else(left) } else { left().or_else(right) };
    result.or_else(|| {
        let (a, b) = (a.plain(), b.plain());
        let is_plain = !is_instance(&a) && !is_instance(&b);
        if is_plain { operator.of_plain(&a, &b) } else { None }
    })
}

/// What a unary operator gives for an instance that has a method for it.
pub(crate) fn operate_alone(method: &'static str, value: &Value) -> Option<Result<Value, Error>> {
    let has_methods = is_instance(value) || matches!(value, Value::Class(_));
    (has_methods && value.class().finds(method)).then(|| call(value, method, Args::new()))
}

/// Is the class of the one derived from that of the other?
fn is_of_subclass(value: &Value, other: &Value) -> bool {
    let (class, other) = (value.class(), other.class());
    class != other && class.descends_from(other)
}

/// Calls a method that an instance may have; nothing if it does not know the other value.
fn ask(value: &Value, method: &'static str, other: &Value) -> Option<Result<Value, Error>> {
    if !is_instance(value) || !value.class().finds(method) {
        return None;
    }
    match call(value, method, Args::new().with(other.clone())) {
        Ok(Value::NotImplemented) => None,
        answer => Some(answer),
    }
}

/// The value that an instance is hashed as, if it is a built-in one and its class has no other hash.
pub(crate) fn hashes_as(value: &Value) -> Option<Cow<'_, Value>> {
    let class = value.class();
    let payload = class.layout().payload()?;
    let function = |class: &Class| match class.find("__hash__")?.held.fixed() {
        Some(Value::Function(function)) => Some(function.clone()),
        _ => None,
    };
    let is_own = function(class)? != function(Payload::class(payload))?;
    (!is_own && !hides_hash(class)).then(|| value.plain())
}

/// Has a class `__eq__` that stands before any `__hash__`? What is equal would be hashed apart.
pub(crate) fn hides_hash(class: &Class) -> bool {
    match (class.place_of_attribute("__eq__"), class.place_of_attribute("__hash__")) {
        (Some(eq), Some(hash)) => eq < hash,
        (eq, None) => eq.is_some(),
        (None, Some(_)) => false,
    }
}

/// The hash of an instance: what `__hash__` says; without that and `__eq__`, its identity.
///
/// # Errors
/// A `TypeError` if it has none, and whatever `__hash__` fails with.
pub(crate) fn hash(value: &Value, address: usize) -> Result<i64, Error> {
    let class = value.class();
    match class.find("__hash__") {
        _ if hides_hash(class) => Err(unhashable(class)),
        Some(placed) if placed.held.value().is_none() => Err(unhashable(class)),
        Some(_) => match call(value, "__hash__", Args::new())? {
            Value::Int(hash) => Ok(hash),
            Value::True => Ok(1),
            Value::False => Ok(0),
            _ => Err(Error::type_error("__hash__ method should return an integer")),
        },
        None => Ok(i64::try_from(address).unwrap_or(i64::MAX)),
    }
}

#[cold]
pub(crate) fn unhashable(class: &Class) -> Error {
    Error::type_error(format!("unhashable type: '{}'", class.name()))
}

/// Does its class say that its instances are not hashable? A tuple is hashable, whatever it holds.
pub(crate) fn is_unhashable(value: &Value) -> bool {
    let class = value.class();
    match class.find("__hash__") {
        _ if hides_hash(class) => true,
        Some(placed) => placed.held.value().is_none(),
        None => matches!(value, Value::List(_) | Value::Set(_) | Value::Dict(_)),
    }
}

/// Python's `bool(instance)`: `__bool__`, else whether `__len__` is not 0, else true. What fails says no.
pub(crate) fn is_truthy(value: &Value) -> bool {
    let class = value.class();
    let answer = |method| call(value, method, Args::new()).is_ok_and(|answer| answer.is_truthy());
    match (class.finds("__bool__"), class.finds("__len__")) {
        (true, _) => answer("__bool__"),
        (false, true) => answer("__len__"),
        (false, false) => true,
    }
}

/// What `__format__` gives for an instance that has it.
pub(crate) fn format(value: &Value, spec: &str) -> Option<Result<String, Error>> {
    if !is_instance(value) || !value.class().finds("__format__") {
        return None;
    }
    Some(call(value, "__format__", Args::new().with(spec)).and_then(|given| match given {
        Value::Str(text) => Ok(text.to_string()),
        other => {
            let got = other.type_name();
            Err(Error::type_error(format!("__format__ must return a str, not {got}")))
        }
    }))
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
