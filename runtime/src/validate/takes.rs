//! The types that one look at a value is enough for.

use crate::spec::{FieldBody, TypeSpec};
use crate::value::Value;

/// What a field takes, as far as a look at the value tells: most are checked so, without a look at the field.
///
/// Each is a bit, so that a value says in one step all that take it.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(u8)]
pub(crate) enum Takes {
    /// That cannot be told so.
    Other = 0,
    Any = 1,
    Bool = 2,
    Int = 4,
    Float = 8,
    Str = 16,
    Bytes = 32,
}

impl Takes {
    pub(crate) const fn of(ty: &TypeSpec) -> Self {
        match ty {
            TypeSpec::Any => Self::Any,
            TypeSpec::Bool => Self::Bool,
            TypeSpec::Float => Self::Float,
            TypeSpec::Str => Self::Str,
            TypeSpec::Bytes => Self::Bytes,
            // An integer in a value that is not kept out of line is of 64 bits.
            TypeSpec::Int { min, max } if *min <= -(1 << 63) && *max >= (1 << 63) - 1 => Self::Int,
            _ => Self::Other,
        }
    }

    /// Is it sure that the value is of the type?
    #[inline]
    pub(crate) const fn has(self, value: &Value) -> bool {
        let kind = match value {
            Value::True | Value::False => Self::Bool,
            Value::Int(_) => Self::Int,
            Value::Float(_) => Self::Float,
            Value::Str(_) => Self::Str,
            Value::Bytes(_) => Self::Bytes,
            _ => Self::Any,
        };
        (Self::Any as u8 | kind as u8) & self as u8 != 0
    }

    /// What is said of a plain field that takes this.
    pub(crate) const fn plain_body(self) -> &'static FieldBody {
        match self {
            Self::Bool => FieldBody::PLAIN_BOOL,
            Self::Int => FieldBody::PLAIN_INT,
            Self::Float => FieldBody::PLAIN_FLOAT,
            Self::Str => FieldBody::PLAIN_STR,
            Self::Bytes => FieldBody::PLAIN_BYTES,
            Self::Any | Self::Other => FieldBody::PLAIN_ANY,
        }
    }
}
