//! Rust values to values and back.

use super::{Bytes, Dict, Float, List, Str, Tuple, Value, Wide};
use crate::error::Error;
use crate::field_type::FieldType;
use crate::spec::Literal;

macro_rules! from_integers {
    ($($type:ty)*) => {$(
        impl From<$type> for Value {
            fn from(value: $type) -> Self {
                Self::Int(value.into())
            }
        }
    )*};
}

from_integers! { i8 i16 i32 i64 u8 u16 u32 }

macro_rules! from_wide_integers {
    ($($type:ty)*) => {$(
        impl From<$type> for Value {
            fn from(value: $type) -> Self {
                match i64::try_from(value) {
                    Ok(value) => Self::Int(value),
                    // No address space has more than 64 bits.
                    Err(_) => Self::Wide(Wide::new(i128::try_from(value).unwrap_or(i128::MAX))),
                }
            }
        }
    )*};
}

from_wide_integers! { u64 i128 isize usize }

macro_rules! from_by {
    ($($type:ty => $make:expr;)*) => {$(
        impl From<$type> for Value {
            #[inline]
            fn from(value: $type) -> Self {
                $make(value)
            }
        }
    )*};
}

from_by! {
    bool => |value| if value { Self::True } else { Self::False };
    f64 => |value| Self::Float(Float::from(value));
    f32 => |value: f32| Self::from(super::shortest(value));
    &str => |value| Self::Str(Str::from(value));
    String => |value| Self::Str(Str::from(value));
    char => |value| Self::Str(Str::from(value));
    &Self => Self::clone;
    Str => Self::Str;
    Bytes => Self::Bytes;
    () => |()| Self::None;
    &Literal => |literal: &Literal| match literal {
        Literal::None => Self::None,
        Literal::Bool(value) => Self::from(*value),
        Literal::Int(value) => Self::from(*value),
        Literal::Float(value) => Self::from(*value),
        Literal::Str(text) => Self::from(&**text),
    };
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::None, Into::into)
    }
}

/// A list; bytes are made with [`Bytes`].
impl<T: Into<Self>> From<Vec<T>> for Value {
    fn from(items: Vec<T>) -> Self {
        Self::List(items.into_iter().collect())
    }
}

impl<T: Into<Self>, const N: usize> From<[T; N]> for Value {
    fn from(items: [T; N]) -> Self {
        Self::List(items.into_iter().collect())
    }
}

macro_rules! try_into_rust {
    ($($type:ty)*) => {$(
        impl TryFrom<Value> for $type {
            type Error = Error;

            fn try_from(value: Value) -> Result<Self, Error> {
                <$type as FieldType>::from_value(value)
            }
        }
    )*};
}

try_into_rust! { bool i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64 String char }

macro_rules! try_into_payload {
    ($($type:ident $name:literal;)*) => {$(
        impl TryFrom<Value> for $type {
            type Error = Error;

            fn try_from(value: Value) -> Result<Self, Error> {
                match value.into_plain() {
                    Value::$type(payload) => Ok(payload),
                    other => Err(Error::expected(&$name, other.type_name())),
                }
            }
        }
    )*};
}

try_into_payload! { Str "str"; Bytes "bytes"; List "list"; Tuple "tuple"; Dict "dict"; }

impl<T: FieldType> TryFrom<Value> for Vec<T> {
    type Error = Error;

    fn try_from(value: Value) -> Result<Self, Error> {
        Self::from_value(value)
    }
}

/// An integer that may be beyond what a value holds.
impl TryFrom<u128> for Value {
    type Error = Error;

    fn try_from(value: u128) -> Result<Self, Error> {
        i128::try_from(value).map(Self::from).map_err(|_| too_large(value))
    }
}

pub(crate) fn too_large(value: u128) -> Error {
    Error::overflow_error(format!("an int is at most {}, got {value}", i128::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::Text;

    #[test]
    fn rust_values_become_values() {
        assert!(matches!(Value::from(u64::MAX), Value::Wide(_)));
        assert!(matches!(Value::from(5_i128), Value::Int(5)));
        assert_eq!(Value::from(Some("a")), "a".into());
        assert_eq!(Value::from(None::<i32>), Value::None);
        assert_eq!(Value::from([1, 2]).to_string(), "[1, 2]");
        assert_eq!(Value::from('x'), "x".into());
        assert_eq!(Value::from(()), Value::None);
        assert_eq!(Value::try_from(u128::from(u64::MAX)).unwrap(), u64::MAX.into());
        let error = Value::try_from(u128::MAX).unwrap_err();
        assert_eq!(error.kind(), crate::ErrorKind::OverflowError);
    }

    #[test]
    fn literals_become_values() {
        let literals = [
            (Literal::None, Value::None),
            (Literal::Bool(true), true.into()),
            (Literal::Int(3), 3.into()),
            (Literal::Float(0.5), 0.5.into()),
            (Literal::Str(Text::new("a")), "a".into()),
        ];
        for (literal, value) in literals {
            assert_eq!(Value::from(&literal), value);
            assert_eq!(literal.to_string(), value.repr().to_string());
        }
    }

    #[test]
    fn values_become_rust_values_or_say_why_not() {
        assert_eq!(u8::try_from(Value::from(200)).unwrap(), 200);
        assert_eq!(String::try_from(Value::from("a")).unwrap(), "a");
        assert_eq!(Vec::<i32>::try_from(Value::from([1, 2])).unwrap(), [1, 2]);
        let text = |error: Error| error.to_string();
        assert_eq!(i64::try_from(Value::from(true)).map_err(text), Err("expected int, got bool".into()));
        assert_eq!(f64::try_from(Value::from(1)).map_err(text), Err("expected float, got int".into()));
        assert_eq!(Dict::try_from(Value::from(1)).map(drop).map_err(text), Err("expected dict, got int".into()));
    }
}
