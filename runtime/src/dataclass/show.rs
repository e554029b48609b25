//! The repr of an instance, and its `Debug`.

use std::fmt::{self, Write as _};

use super::Dataclass;
use crate::access::FieldRef;
use crate::field_type::FieldType;
use crate::spec::{ClassSpec, Flags};

/// What is printed in the place of a secret.
pub(crate) const SECRET: &str = "***";

/// Writes the repr of an instance.
///
/// # Errors
/// Only those of the formatter.
pub fn repr<T: Dataclass + FieldType>(instance: &T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    repr_of_fields(T::__SPEC, &|index| instance.__field(index), f)
}

/// Writes the repr of an instance whose fields are given.
///
/// # Errors
/// Only those of the formatter.
pub fn repr_of_fields<'a>(
    spec: &ClassSpec,
    field_at: &dyn Fn(usize) -> FieldRef<'a>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    write!(f, "{}(", spec.name())?;
    let mut separator = "";
    for (i, field) in spec.fields().iter().enumerate().filter(|(_, field)| field.has(Flags::REPR)) {
        write!(f, "{separator}{}=", field.name())?;
        separator = ", ";
        match field.has(Flags::SECRET) {
            true => f.write_str(SECRET)?,
            false => field_at(i).fmt_repr(field.ty(), f)?,
        }
    }
    f.write_char(')')
}

/// Writes the `Debug` of an instance.
///
/// # Errors
/// Only those of the formatter.
pub fn debug<T: Dataclass + FieldType>(instance: &T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    debug_of_fields(T::__SPEC, &|index| instance.__field(index), f)
}

fn debug_of_fields<'a>(
    spec: &ClassSpec,
    field_at: &dyn Fn(usize) -> FieldRef<'a>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let mut debug = f.debug_struct(spec.name());
    for (i, field) in spec.fields().iter().enumerate().filter(|(_, field)| field.has(Flags::REPR)) {
        match field.has(Flags::SECRET) {
            true => debug.field(field.name(), &format_args!("{SECRET}")),
            false => debug.field(field.name(), &field_at(i).debug(field.ty())),
        };
    }
    debug.finish()
}
