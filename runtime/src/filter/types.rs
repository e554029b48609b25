//! Which operands go with which fields.

use super::condition::{Condition, Relation};
use crate::error::Error;
use crate::spec::{FieldSpec, Ref, TypeSpec};
use crate::value::{Value, not_iterable};

/// Can this field be asked so?
///
/// What holds instances, or anything, is left to the comparison.
///
/// # Errors
/// A `TypeError` with the place in the operand.
pub(super) fn check(condition: &Condition, field: &FieldSpec) -> Result<(), Error> {
    let (operand, optional) = (condition.operand(), TypeSpec::Option(Ref::shared(field.ty().clone())));
    let ty = if field.is_absent_as(&Value::None) { &optional } else { field.ty() };
    match condition.relation() {
        Relation::Compare(comparison) if comparison.is_equality() => fits(ty, operand),
        // A `None` has no order; that of the field is for the instance to avoid.
        Relation::Compare(_) => fits(without_none(ty), operand),
        Relation::In | Relation::NotIn => is_within(ty, operand),
        Relation::Contains => can_contain(without_none(ty), operand),
    }
}

fn without_none(ty: &TypeSpec) -> &TypeSpec {
    match ty {
        TypeSpec::Option(inner) => without_none(inner),
        ty => ty,
    }
}

/// Is the operand of the type, as far as equality goes? Integers and floats are numbers; a truth value is none.
fn fits(ty: &TypeSpec, operand: &Value) -> Result<(), Error> {
    match (ty, operand) {
        (TypeSpec::Any | TypeSpec::Class(_), _)
        | (TypeSpec::None | TypeSpec::Option(_), Value::None)
        | (TypeSpec::Bool, Value::True | Value::False)
        | (TypeSpec::Int { .. } | TypeSpec::Float, Value::Int(_) | Value::Wide(_) | Value::Float(_))
        | (TypeSpec::Str, Value::Str(_))
        | (TypeSpec::Bytes, Value::Bytes(_)) => Ok(()),
        (TypeSpec::Option(inner), operand) => fits(inner, operand),
        (TypeSpec::List(item), Value::List(items)) => all_fit(item, items),
        (TypeSpec::Set(item), Value::Set(items)) => all_fit(item, items.iter()),
        (TypeSpec::Tuple(types), Value::Tuple(items)) => {
            let mut pairs = types.iter().zip(&**items).enumerate();
            pairs.try_for_each(|(i, (ty, item))| fits(ty, item).map_err(|error| error.at(i)))
        }
        (ty, operand) => Err(Error::expected(ty, operand.type_name())),
    }
}

fn all_fit<'a>(ty: &TypeSpec, items: impl IntoIterator<Item = &'a Value>) -> Result<(), Error> {
    items.into_iter().enumerate().try_for_each(|(i, item)| fits(ty, item).map_err(|error| error.at(i)))
}

/// `field in operand`.
fn is_within(ty: &TypeSpec, operand: &Value) -> Result<(), Error> {
    match operand {
        Value::List(items) => all_fit(ty, items.iter()),
        Value::Tuple(items) => all_fit(ty, items.iter()),
        Value::Set(items) => all_fit(ty, items.iter()),
        // A part of a text, a part of bytes or one of them.
        Value::Bytes(_) if matches!(without_none(ty), TypeSpec::Int { .. }) => Ok(()),
        text => fits(without_none(ty), text),
    }
}

/// `operand in field`.
fn can_contain(ty: &TypeSpec, operand: &Value) -> Result<(), Error> {
    match ty {
        TypeSpec::Any | TypeSpec::Class(_) => Ok(()),
        TypeSpec::Bytes if matches!(operand, Value::Int(_)) => Ok(()),
        TypeSpec::Str | TypeSpec::Bytes => fits(ty, operand),
        TypeSpec::List(item) | TypeSpec::Set(item) | TypeSpec::Dict(item, _) => fits(item, operand),
        TypeSpec::Tuple(types) if types.iter().any(|item| fits(item, operand).is_ok()) => Ok(()),
        TypeSpec::Tuple(_) => Err(Error::type_error(format!("no item of {ty} is of type {}", operand.type_name()))),
        ty => Err(not_iterable(&ty.to_string())),
    }
}
