//! The types that one look at a value is enough for.

use crate::spec::{FieldBody, TypeSpec};
use crate::value::Value;

/// What a field takes, as far as a look at the value tells: most are checked so, without a look at the field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Takes {
    Any,
    Bool,
    Int,
    Float,
    Str,
    Bytes,
    /// That cannot be told so.
    Other,
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
        matches!(
            (self, value),
            (Self::Any, _)
                | (Self::Bool, Value::True | Value::False)
                | (Self::Int, Value::Int(_))
                | (Self::Float, Value::Float(_))
                | (Self::Str, Value::Str(_))
                | (Self::Bytes, Value::Bytes(_))
        )
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
