//! The constructor that the fields of a class make.

use crate::error::Error;
use crate::function::Function;
use crate::instance::This;
use crate::spec::{ClassSpec, FieldSpec, Flags, List, Text};
use crate::value::Value;

/// `__init__` of a class with these fields: each is an argument, or gets its default.
pub(super) fn init_of_fields(fields: List<FieldSpec>) -> Function {
    let signature = ClassSpec::new(Text::new(""), fields.clone()).signature();
    Function::init(signature, move |this, values| {
        for (name, value) in values {
            this.set(name, value)?;
        }
        // What is no argument begins with its default.
        for field in fields.iter().filter(|field| !field.has(Flags::INIT)) {
            set_default(this, field)?;
        }
        Ok(Value::None)
    })
}

fn set_default(this: &mut This<'_>, field: &FieldSpec) -> Result<(), Error> {
    field.default().value().map_or(Ok(()), |value| this.set(field.name(), value))
}
