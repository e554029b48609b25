//! Classes as values, and values as classes.

use super::Class;
use crate::error::Error;
use crate::value::Value;

impl From<Class> for Value {
    fn from(class: Class) -> Self {
        Self::Class(class)
    }
}

impl From<&Class> for Value {
    fn from(class: &Class) -> Self {
        Self::Class(class.clone())
    }
}

impl TryFrom<Value> for Class {
    type Error = Error;

    /// The class itself, also behind a weak handle.
    fn try_from(value: Value) -> Result<Self, Error> {
        match value {
            Value::Class(class) => Ok(class),
            Value::WeakClass(class) => {
                class.upgrade().ok_or_else(|| Error::reference_error("weakly-referenced object no longer exists"))
            }
            other => Err(Error::expected(&"type", other.type_name())),
        }
    }
}
