//! The constructor that the fields of a class make.

use crate::error::Error;
use crate::function::Function;
use crate::instance::This;
use crate::spec::{ClassSpec, DefaultSpec, FieldSpec, Flags, Options};
use crate::validate::transformed;
use crate::value::{Dict, Value};

/// `__init__` of a class with these fields: each is an argument, or gets its default. An argument that is no field is
/// taken and not kept.
pub(crate) fn init_of_fields(spec: ClassSpec) -> Function {
    let is_checked = spec.options().has(Options::VALIDATE);
    // What stands in the way of later assignments is not there for the first.
    let is_direct = is_checked || spec.options().has(Options::FROZEN);
    let is_plain = |field: &FieldSpec| field.transforms().is_empty() && !field.has(Flags::PRIVATE);
    let is_simple = !is_direct && spec.init_vars().is_empty() && spec.fields().iter().all(is_plain);
    let is_late = |field: &FieldSpec| !field.has(Flags::INIT) || matches!(field.default(), DefaultSpec::Factory { .. });
    let late: Vec<FieldSpec> = spec.fields().iter().filter(|field| is_late(field)).cloned().collect();
    Function::init(spec.signature(), move |this, values| {
        if is_checked {
            check_arguments(&spec, values.iter().map(|(name, value)| (*name, value)))?;
        }
        for (name, value) in values {
            match is_simple {
                true => this.set(name, value)?,
                false => put(this, name, value, is_direct)?,
            }
        }
        for field in &late {
            set_default(this, field, is_direct)?;
        }
        Ok(Value::None)
    })
}

/// Asks all rules of the arguments.
pub(crate) fn check_arguments<'a>(
    spec: &ClassSpec,
    values: impl Iterator<Item = (&'a str, &'a Value)>,
) -> Result<(), Error> {
    let given = values.filter_map(|(name, value)| Some((spec.field(name)?.key(), value.clone())));
    Ok(spec.validate(&given.collect::<Dict>())?)
}

fn put(this: &mut This<'_>, name: &str, value: Value, is_direct: bool) -> Result<(), Error> {
    let Some(slot) = this.class().layout().of(name) else { return Ok(()) };
    let field = slot.field.as_ref();
    let value = match field {
        Some(field) => transformed(field, value),
        None => value,
    };
    match is_direct || field.is_some_and(|field| field.has(Flags::PRIVATE)) {
        true => {
            slot.check(&value)?;
            this.set_own(name, value)
        }
        false => this.set(name, value),
    }
}

/// Sets a field that is no argument, or was not given and has a default that is made anew.
fn set_default(this: &mut This<'_>, field: &FieldSpec, is_direct: bool) -> Result<(), Error> {
    if field.has(Flags::INIT) && this.get_own(field.name())?.is_some() {
        return Ok(());
    }
    match field.default() {
        DefaultSpec::Required => Ok(()),
        default => match default.value() {
            Some(value) => put(this, field.name(), value, is_direct),
            None => Err(unknown_default(this, field)),
        },
    }
}

/// The default reads other fields, or is of a type that has no conversion.
#[cold]
fn unknown_default(this: &This<'_>, field: &FieldSpec) -> Error {
    let (class, name, default) = (this.class().name(), field.name(), field.default());
    Error::type_error(format!(
        "{class}.__init__(): the default of '{name}', `{default}`, is known to compiled code alone"
    ))
}
