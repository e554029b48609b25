//! The types that one look at a value is enough for.

use crate::spec::{FieldBody, TypeSpec};
use crate::value::Value;

/// What a field takes, as far as a look at the value tells: most are checked so, without a look at the field.
///
/// Each has the bits of the [variants](Value::variant) that it takes.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(u32)]
pub(crate) enum Takes {
    /// That cannot be told so.
    Other = 0,
    Any = u32::MAX,
    Bool = 1 << 1 | 1 << 2,
    Int = 1 << 4,
    Float = 1 << 6,
    Str = 1 << 7,
    Bytes = 1 << 8,
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
        self as u32 & 1 << value.variant() != 0
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_takes_values_of_its_type_alone() {
        let values = [true.into(), 1.into(), 0.5.into(), "a".into(), Value::Bytes(b"a".as_slice().into()), Value::None];
        let types = [Takes::Bool, Takes::Int, Takes::Float, Takes::Str, Takes::Bytes];
        for (i, value) in values.iter().enumerate() {
            assert!(Takes::Any.has(value) && !Takes::Other.has(value));
            for (j, takes) in types.iter().enumerate() {
                assert_eq!(takes.has(value), i == j, "{takes:?} {value:?}");
            }
        }
        assert!(Takes::Bool.has(&false.into()) && Takes::Any.has(&crate::builtins::object().into()));
    }
}
