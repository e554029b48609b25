//! What Python's `dataclass` refuses, in its order and its words.

use super::DataclassOptions;
use super::entries::Entries;
use crate::error::Error;
use crate::field::{Field, Role};
use crate::instance::is_unhashable;
use crate::repr::repr;
use crate::spec::{FieldSpec, Flags};

/// `KW_ONLY` stands once.
pub(super) fn one_marker(name: &str, is_second: bool) -> Result<(), Error> {
    match is_second {
        true => Err(Error::type_error(format!("{} is KW_ONLY, but KW_ONLY has already been specified", repr(name)))),
        false => Ok(()),
    }
}

/// What is no field has no factory, and an attribute of the class is no argument.
pub(super) fn pseudo_field(name: &str, field: &Field) -> Result<(), Error> {
    match (field.role(), field.has_factory(), field.is_kw_only()) {
        (Role::ClassVar | Role::InitVar, true, _) => {
            Err(Error::type_error(format!("field {name} cannot have a default factory")))
        }
        (Role::ClassVar, false, Some(_)) => {
            Err(Error::type_error(format!("field {name} is a ClassVar but specifies kw_only")))
        }
        _ => Ok(()),
    }
}

/// A default is a value or made by a factory.
pub(super) fn one_default(field: &Field) -> Result<(), Error> {
    match field.has_factory() && field.constant().is_some() {
        true => Err(Error::value_error("cannot specify both default and default_factory")),
        false => Ok(()),
    }
}

/// A default that can be changed would be shared in Python. As there, what cannot be hashed is taken for such.
pub(super) fn immutable_default(field: &FieldSpec, role: Role) -> Result<(), Error> {
    match field.default().constant() {
        Some(default) if role == Role::Field && is_unhashable(&default) => {
            let (class, name) = (default.class(), field.name());
            let text = format!("mutable default {class} for field {name} is not allowed: use default_factory");
            Err(Error::value_error(text))
        }
        _ => Ok(()),
    }
}

/// A dataclass is frozen if the dataclasses that it derives from are.
pub(super) fn frozen(is_frozen: bool, bases: &[bool]) -> Result<(), Error> {
    match is_frozen {
        false if bases.contains(&true) => {
            Err(Error::type_error("cannot inherit non-frozen dataclass from a frozen one"))
        }
        true if bases.contains(&false) => {
            Err(Error::type_error("cannot inherit frozen dataclass from a non-frozen one"))
        }
        _ => Ok(()),
    }
}

/// Switches that need another.
pub(super) fn order_needs_eq(options: &DataclassOptions) -> Result<(), Error> {
    match options.has_order() && !options.has_eq() {
        true => Err(Error::value_error("eq must be true if order is true")),
        false => Ok(()),
    }
}

pub(super) fn weakref_slot_needs_slots(options: &DataclassOptions) -> Result<(), Error> {
    match options.has_weakref_slot() && !options.has_slots() {
        true => Err(Error::type_error("weakref_slot is True but slots is False")),
        false => Ok(()),
    }
}

/// An argument left out by position would leave a hole. Keyword-only ones are exempt.
pub(super) fn required_before_default(entries: &Entries) -> Result<(), Error> {
    if entries.fields.iter().chain(&*entries.init_vars).all(|spec| spec.default().is_required()) {
        return Ok(());
    }
    let mut defaulted: Option<&str> = None;
    for spec in entries.parameters().filter(|spec| !spec.has(Flags::KW_ONLY)) {
        match (spec.default().is_required(), defaulted) {
            (false, _) => defaulted = Some(spec.name()),
            (true, Some(before)) => {
                let (name, before) = (repr(spec.name()), repr(before));
                let text = format!("non-default argument {name} follows default argument {before}");
                return Err(Error::type_error(text));
            }
            (true, None) => {}
        }
    }
    Ok(())
}

/// A method that the class has itself would be lost.
#[cold]
pub(super) fn overwritten(class: &str, method: &str, hint: &str) -> Error {
    Error::type_error(format!("Cannot overwrite attribute {method} in class {class}{hint}"))
}
