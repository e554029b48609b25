//! The methods of the operators of built-in classes: what they know of another value, and what they leave to it.

use super::Payload;
use super::methods::method_with;
use crate::error::Error;
use crate::function::Function;
use crate::value::{Comparison, Operator, Value};

/// Arithmetic, from both sides, and comparisons.
pub(super) fn of(kind: Payload) -> Vec<Function> {
    let is_compared = |comparison: &Comparison| match comparison {
        Comparison::Eq | Comparison::Ne => true,
        _ => kind != Payload::Dict,
    };
    let compared = Comparison::ALL.iter().copied().filter(is_compared);
    let arithmetic = Operator::ALL.iter().flat_map(|operator| arithmetic(kind, *operator));
    arithmetic.chain(compared.map(|comparison| comparing(kind, comparison))).collect()
}

/// The methods of an operator: those of a value on the left side, and on the right side.
fn arithmetic(kind: Payload, operator: Operator) -> impl Iterator<Item = Function> {
    let known = others(kind, operator);
    let left = (!known.is_empty())
        .then(|| knowing(kind, operator.method(), known, move |value, other| operator.apply(value, other)));
    let right = (!known.is_empty() && is_asked_from_the_right(kind, operator))
        .then(|| knowing(kind, operator.reflected_method(), known, move |value, other| operator.apply(other, value)));
    left.into_iter().chain(right)
}

fn comparing(kind: Payload, comparison: Comparison) -> Function {
    let holds = move |value: &Value, other: &Value| comparison.holds(value, other).map(Value::from);
    knowing(kind, comparison.method(), alike(kind), holds)
}

/// A method that knows these kinds of other values, and leaves the rest to them.
fn knowing(
    kind: Payload,
    name: &'static str,
    known: &'static [Payload],
    function: impl Fn(&Value, &Value) -> Result<Value, Error> + Send + Sync + 'static,
) -> Function {
    method_with(kind, name, move |value, other| {
        let other = other.plain();
        match Payload::of(&other).is_some_and(|kind| known.contains(&kind)) {
            true => function(value, &other),
            false => Ok(Value::NotImplemented),
        }
    })
}

/// What a value of a kind is compared with.
const fn alike(kind: Payload) -> &'static [Payload] {
    match kind {
        Payload::Int => &[Payload::Int],
        Payload::Float => &[Payload::Int, Payload::Float],
        Payload::Str => &[Payload::Str],
        Payload::Bytes => &[Payload::Bytes],
        Payload::List => &[Payload::List],
        Payload::Tuple => &[Payload::Tuple],
        Payload::Set => &[Payload::Set],
        Payload::Dict => &[Payload::Dict],
    }
}

/// The other sides that an operator of a kind knows; none if it has no such operator.
const fn others(kind: Payload, operator: Operator) -> &'static [Payload] {
    use Operator::{Add, BitAnd, BitOr, BitXor, LShift, Mul, RShift, Sub};
    match (kind, operator) {
        (Payload::Float, LShift | RShift | BitAnd | BitOr | BitXor) => &[],
        (Payload::Int | Payload::Float, _)
        | (Payload::Set, Sub | BitAnd | BitOr | BitXor)
        | (Payload::Dict, BitOr)
        | (Payload::Str | Payload::Bytes | Payload::List | Payload::Tuple, Add) => alike(kind),
        (Payload::Str | Payload::Bytes | Payload::List | Payload::Tuple, Mul) => &[Payload::Int],
        _ => &[],
    }
}

/// Has the class a method for its values on the right side? Sequences are joined by what stands on the left.
const fn is_asked_from_the_right(kind: Payload, operator: Operator) -> bool {
    match kind {
        Payload::Int | Payload::Float | Payload::Set | Payload::Dict => true,
        Payload::Str | Payload::Bytes | Payload::List | Payload::Tuple => matches!(operator, Operator::Mul),
    }
}
