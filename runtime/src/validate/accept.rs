//! Whether a value is there and of its type, and what its rules see of it.

use super::Issue;
use crate::spec::{FieldSpec, Flags, TypeSpec};
use crate::value::Value;

/// The value of a field as its rules see it: there, of the type, and then transformed.
pub(super) fn accept(field: &FieldSpec, value: &Value) -> Result<Value, Issue> {
    is_acceptable(field, value)?;
    let value = transformed(field, value.clone());
    // A function of the user's may have made anything of it.
    if !field.transforms().is_empty() {
        is_acceptable(field, &value)?;
    }
    Ok(value)
}

fn is_acceptable(field: &FieldSpec, value: &Value) -> Result<(), Issue> {
    match value {
        Value::None if field.has(Flags::REQUIRED) => Err(Issue::new("missing")),
        value if has_type(field.ty(), value) => Ok(()),
        value => Err(wrong_type(field.ty(), value)),
    }
}

pub(crate) fn transformed(field: &FieldSpec, value: Value) -> Value {
    field.transforms().iter().fold(value, |value, transform| transform.apply(value))
}

pub(crate) fn wrong_type(ty: &TypeSpec, value: &Value) -> Issue {
    let is_instance = matches!(value, Value::Instance(_) | Value::Shared(_));
    if let Some(members) = ty.enumeration().filter(|_| !is_instance) {
        return members.issue();
    }
    let issue = Issue::new("type");
    match (ty, value.as_int()) {
        (TypeSpec::Option(inner), _) if !value.is_none() => wrong_type(inner, value),
        (TypeSpec::Int { min, max }, Some(_)) => {
            issue.with_param("expected", format!("int from {min} to {max}")).with_param("actual", value.clone())
        }
        _ => issue.with_param("expected", ty.to_string()).with_param("actual", value.type_name()),
    }
}

/// Is the value of the type, not looking at what lies within?
#[inline]
pub(crate) fn has_type(ty: &TypeSpec, value: &Value) -> bool {
    match (ty, value) {
        (TypeSpec::Any, _) | (TypeSpec::Float, Value::Float(_)) | (TypeSpec::Str, Value::Str(_)) => true,
        (TypeSpec::Int { min, max }, Value::Int(int)) => (*min..=*max).contains(&i128::from(*int)),
        _ => has_other_type(ty, value),
    }
}

#[inline(never)]
fn has_other_type(ty: &TypeSpec, value: &Value) -> bool {
    match (ty, value) {
        (TypeSpec::Any, _)
        | (TypeSpec::None | TypeSpec::Option(_), Value::None)
        | (TypeSpec::Bool, Value::True | Value::False)
        | (TypeSpec::Float, Value::Float(_))
        | (TypeSpec::Str, Value::Str(_))
        | (TypeSpec::Bytes, Value::Bytes(_))
        | (TypeSpec::List(_), Value::List(_))
        | (TypeSpec::Set(_), Value::Set(_))
        | (TypeSpec::Dict(..), Value::Dict(_)) => true,
        (TypeSpec::Option(inner), value) => has_type(inner, value),
        (TypeSpec::Int { min, max }, value) => value.as_int().is_some_and(|int| (min..=max).contains(&&int)),
        (TypeSpec::Tuple(types), Value::Tuple(items)) => types.len() == items.len(),
        (TypeSpec::Class(class), Value::Dict(_)) if ty.enumeration().is_none() => {
            class.spec().is_some_and(|spec| !spec.is_tuple())
        }
        (TypeSpec::Class(class), Value::Tuple(items)) if ty.enumeration().is_none() => {
            class.spec().is_some_and(|spec| spec.is_tuple() && spec.fields().len() == items.len())
        }
        (TypeSpec::Class(class), Value::Opaque(value)) => value.get().type_name() == class.name(),
        (TypeSpec::Class(class), Value::Instance(_) | Value::Shared(_)) => value.class().is_described_by(class),
        (TypeSpec::Class(_), value) => ty.enumeration().is_some_and(|members| members.member(value, false).is_some()),
        (ty, Value::Instance(instance)) => instance.payload().is_some_and(|payload| has_type(ty, payload)),
        (TypeSpec::Opaque(name), Value::Opaque(value)) => name.is_empty() || value.get().type_name() == &**name,
        _ => false,
    }
}
