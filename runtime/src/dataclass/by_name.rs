//! Fields of an instance by their names.

use std::error::Error as _;

use crate::error::{Error, ErrorKind};
use crate::field_type::FieldType;
use crate::spec::{ClassSpec, FieldSpec, Flags, Options, TypeSpec};
use crate::validate::{ValidationError, has_type, wrong_type};
use crate::value::{Dict, Value, no_attribute};

/// Is it a field that `Debug` does not show?
pub(crate) fn is_hidden(field: &FieldSpec) -> bool {
    field.has(Flags::SECRET) || !field.has(Flags::REPR)
}

fn position<'a>(spec: &'a ClassSpec, name: &str) -> Result<(usize, &'a FieldSpec), Error> {
    let found = spec.fields().iter().enumerate().find(|(_, field)| field.name() == name);
    found.ok_or_else(|| no_attribute(spec.name(), name))
}

/// The error seen from outside of the field.
pub(crate) fn at_field(error: Error, spec: &ClassSpec, name: &str) -> Error {
    match spec.field(name) {
        Some(field) => error.at(field.name_text().clone()),
        None => error,
    }
}

/// What is said of a value that is refused, without telling it.
pub(crate) fn refusal(ty: &TypeSpec, value: &Value) -> String {
    match has_type(ty, value) {
        true => format!("the value does not fit type `{ty}`"),
        false => {
            let mut issue = wrong_type(ty, value);
            issue.hide();
            issue.message()
        }
    }
}

/// The error of a secret with this text instead.
pub(crate) fn hide(error: Error, text: Option<String>) -> Error {
    match text {
        Some(text) => Error::new(error.kind(), text),
        None => error,
    }
}

#[cold]
pub(crate) fn private(class: &str, name: &str) -> Error {
    Error::attribute_error(format!("field '{name}' of '{class}' is private"))
}

/// As in Python, a frozen instance refuses unknown names in the same words.
#[cold]
pub(crate) fn frozen(action: &str, name: &str) -> Error {
    let name = name.escape_debug();
    Error::new(ErrorKind::FrozenInstanceError, format!("cannot {action} field '{name}'"))
}

/// Reads a field of an instance.
pub(crate) fn get(instance: &impl FieldType, spec: &ClassSpec, name: &str) -> Result<Value, Error> {
    let (index, field) = position(spec, name)?;
    if is_hidden(field) && field.has(Flags::PRIVATE) {
        return Err(private(spec.name(), name));
    }
    instance.__field(index).to_value(field.ty()).map_err(|error| at_field(error, spec, name))
}

/// Sets a field of an instance.
pub(crate) fn set(instance: &mut impl FieldType, spec: &ClassSpec, name: &str, value: Value) -> Result<(), Error> {
    if spec.options().has(Options::FROZEN) {
        return Err(frozen("assign to", name));
    }
    let (index, field) = position(spec, name)?;
    if spec.is_tuple() {
        return Err(Error::attribute_error("can't set attribute"));
    }
    if field.has(Flags::PRIVATE) {
        return Err(private(spec.name(), name));
    }
    let hidden = field.has(Flags::SECRET).then(|| refusal(field.ty(), &value));
    instance.__set(index, value).map_err(|error| {
        match error.source().and_then(|source| source.downcast_ref::<ValidationError>()) {
            // It tells the places itself.
            Some(_) => error,
            None => at_field(hide(error, hidden), spec, name),
        }
    })
}

/// The fields of an instance as a dict.
pub(crate) fn to_dict(instance: &impl FieldType, spec: &ClassSpec) -> Dict {
    let shown = spec.fields().iter().enumerate().filter(|(_, field)| !field.has(Flags::SECRET));
    shown.map(|(i, field)| (field.name(), instance.__field(i).to_dict(field.ty()))).collect()
}
