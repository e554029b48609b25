//! What a value in a class is to those who read an attribute of an instance.

use crate::descriptor::Parts;
use crate::value::Value;

/// How a class attribute takes part in reading and writing an attribute of an instance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A value, which an attribute of the instance hides.
    Plain,
    /// A descriptor that is asked when the instance has no attribute of this name.
    Bind,
    /// A descriptor that is asked before the instance: it can set or delete.
    Data,
    /// The place of a name in `__slots__`.
    Slot,
}

impl Kind {
    pub(crate) fn of(value: &Value) -> Self {
        match value {
            Value::Function(_) => Self::Bind,
            Value::Descriptor(descriptor) => Self::with(descriptor.get().parts()),
            Value::Instance(_) | Value::Shared(_) => Self::with(Parts::of_class(value.class())),
            _ => Self::Plain,
        }
    }

    const fn with(parts: Parts) -> Self {
        if parts.is_data() {
            Self::Data
        } else if parts.has(Parts::GET) {
            Self::Bind
        } else {
            Self::Plain
        }
    }

    /// Is it asked before the attributes of the instance?
    pub(crate) const fn is_data(self) -> bool {
        matches!(self, Self::Data | Self::Slot)
    }
}
