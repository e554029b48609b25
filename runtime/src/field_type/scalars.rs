//! Numbers, truth values and text.

use std::num::{
    NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroI128, NonZeroIsize, NonZeroU8, NonZeroU16, NonZeroU32,
    NonZeroU64, NonZeroU128, NonZeroUsize,
};

use super::{FieldType, collections};
use crate::error::Error;
use crate::spec::TypeSpec;
use crate::validate::{Items, View};
use crate::value::{Bytes, Str, Value};

/// The integer in a value, if it is an ordinary one that the type can hold.
#[inline]
fn glance<T: TryFrom<i64>>(value: &Value) -> Option<T> {
    match value {
        Value::Int(integer) => T::try_from(*integer).ok(),
        _ => None,
    }
}

/// The integer in a value, if the type can hold it.
fn integer<T: TryFrom<i128> + FieldType>(value: &Value) -> Result<T, Error> {
    let integer = value.as_int().ok_or_else(|| Error::expected(&"int", value.type_name()))?;
    integer.try_into().map_err(|_| match T::TYPE {
        TypeSpec::Int { min, max } => Error::overflow_error(format!("expected int from {min} to {max}, got {integer}")),
        _ => Error::overflow_error("int out of range"),
    })
}

macro_rules! integers {
    ($($type:ty)*) => {$(
        impl FieldType for $type {
            const TYPE: TypeSpec = TypeSpec::Int { min: <$type>::MIN as i128, max: <$type>::MAX as i128 };

            fn to_value(&self) -> Result<Value, Error> {
                Ok(Value::from(*self))
            }

            fn from_value(value: Value) -> Result<Self, Error> {
                integer(&value)
            }

            #[inline]
            fn __glance(value: &Value) -> Option<Self> {
                glance(value)
            }

            #[inline]
            #[allow(clippy::cast_lossless, reason = "`isize` and `usize` are no wider")]
            fn __view(&self) -> View<'_> {
                View::Int(*self as i128)
            }
        }
    )*};
}

integers! { i8 i16 i32 i64 i128 isize u16 u32 u64 usize }

impl FieldType for u8 {
    const TYPE: TypeSpec = TypeSpec::Int { min: 0, max: 255 };
    const __LIST: TypeSpec = TypeSpec::Bytes;

    fn to_value(&self) -> Result<Value, Error> {
        Ok(Value::from(*self))
    }

    fn from_value(value: Value) -> Result<Self, Error> {
        integer(&value)
    }

    #[inline]
    fn __glance(value: &Value) -> Option<Self> {
        glance(value)
    }

    #[inline]
    fn __view(&self) -> View<'_> {
        View::Int((*self).into())
    }

    fn __view_of(_: &dyn Items) -> View<'_> {
        View::Other
    }

    fn __slice_to_value(items: &[Self]) -> Result<Value, Error> {
        Ok(Bytes::from(items).into())
    }

    fn __vec_from_value(value: Value) -> Result<Vec<Self>, Error> {
        match value.into_plain() {
            Value::Bytes(bytes) => Ok(bytes.to_vec()),
            list @ Value::List(_) => collections::from_list(list),
            other => Err(Error::expected(&"bytes", other.type_name())),
        }
    }
}

impl FieldType for u128 {
    /// A value holds integers of 128 bits with sign.
    const TYPE: TypeSpec = TypeSpec::Int { min: 0, max: i128::MAX };

    fn to_value(&self) -> Result<Value, Error> {
        Value::try_from(*self)
    }

    fn from_value(value: Value) -> Result<Self, Error> {
        integer(&value)
    }

    #[inline]
    fn __view(&self) -> View<'_> {
        i128::try_from(*self).map_or(View::Wide(*self), View::Int)
    }
}

macro_rules! nonzero_integers {
    ($($type:ty: $inner:ty,)*) => {$(
        impl FieldType for $type {
            const TYPE: TypeSpec = <$inner as FieldType>::TYPE;

            fn to_value(&self) -> Result<Value, Error> {
                self.get().to_value()
            }

            fn from_value(value: Value) -> Result<Self, Error> {
                <$inner>::from_value(value)?.try_into().map_err(|_| Error::value_error("expected int other than 0"))
            }

            #[inline]
            fn __view(&self) -> View<'_> {
                match i128::try_from(self.get()) {
                    Ok(value) => View::Int(value),
                    Err(_) => u128::try_from(self.get()).map_or(View::Other, View::Wide),
                }
            }
        }
    )*};
}

nonzero_integers! {
    NonZeroI8: i8, NonZeroI16: i16, NonZeroI32: i32, NonZeroI64: i64, NonZeroI128: i128, NonZeroIsize: isize,
    NonZeroU8: u8, NonZeroU16: u16, NonZeroU32: u32, NonZeroU64: u64, NonZeroU128: u128, NonZeroUsize: usize,
}

impl FieldType for bool {
    const TYPE: TypeSpec = TypeSpec::Bool;

    fn to_value(&self) -> Result<Value, Error> {
        Ok(Value::from(*self))
    }

    fn from_value(value: Value) -> Result<Self, Error> {
        Self::__glance(&value).ok_or_else(|| Error::expected(&"bool", value.type_name()))
    }

    #[inline]
    fn __glance(value: &Value) -> Option<Self> {
        matches!(value, Value::True | Value::False).then_some(matches!(value, Value::True))
    }

    #[inline]
    fn __view(&self) -> View<'_> {
        View::Bool(*self)
    }
}

impl FieldType for f64 {
    const TYPE: TypeSpec = TypeSpec::Float;

    fn to_value(&self) -> Result<Value, Error> {
        Ok(Value::from(*self))
    }

    fn from_value(value: Value) -> Result<Self, Error> {
        value.as_float().ok_or_else(|| Error::expected(&"float", value.type_name()))
    }

    #[inline]
    fn __glance(value: &Value) -> Option<Self> {
        match value {
            Value::Float(float) => Some(float.get()),
            _ => None,
        }
    }

    #[inline]
    fn __view(&self) -> View<'_> {
        View::Float(*self)
    }
}

impl FieldType for f32 {
    const TYPE: TypeSpec = TypeSpec::Float;

    fn to_value(&self) -> Result<Value, Error> {
        Ok(Value::from(*self))
    }

    fn from_value(value: Value) -> Result<Self, Error> {
        let float = f64::from_value(value)?;
        #[allow(clippy::cast_possible_truncation, reason = "rounded to what the type can say")]
        let short = float as Self;
        match short.is_infinite() && float.is_finite() {
            true => Err(Error::overflow_error(format!("expected float of 32 bits, got {}", crate::repr::repr(&float)))),
            false => Ok(short),
        }
    }

    #[inline]
    fn __view(&self) -> View<'_> {
        View::Short(*self)
    }
}

impl FieldType for String {
    const TYPE: TypeSpec = TypeSpec::Str;

    fn to_value(&self) -> Result<Value, Error> {
        Ok(Value::from(self.as_str()))
    }

    fn from_value(value: Value) -> Result<Self, Error> {
        Str::try_from(value).map(|text| String::from(&*text))
    }

    #[inline]
    fn __glance(value: &Value) -> Option<Self> {
        match value {
            Value::Str(text) => Some(Self::from(&**text)),
            _ => None,
        }
    }

    #[inline]
    fn __view(&self) -> View<'_> {
        View::Str(self)
    }
}

impl FieldType for char {
    const TYPE: TypeSpec = TypeSpec::Str;

    fn to_value(&self) -> Result<Value, Error> {
        Ok(Value::from(*self))
    }

    fn from_value(value: Value) -> Result<Self, Error> {
        let text = Str::try_from(value)?;
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) => Ok(c),
            _ => Err(Error::value_error("expected str of one character")),
        }
    }

    #[inline]
    fn __view(&self) -> View<'_> {
        View::Char(*self)
    }
}

impl FieldType for () {
    const TYPE: TypeSpec = TypeSpec::None;

    fn to_value(&self) -> Result<Value, Error> {
        Ok(Value::None)
    }

    fn from_value(value: Value) -> Result<Self, Error> {
        match value {
            Value::None => Ok(()),
            other => Err(Error::expected(&"None", other.type_name())),
        }
    }

    #[inline]
    fn __view(&self) -> View<'_> {
        View::None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn round_trip<T: FieldType + PartialEq + std::fmt::Debug>(value: T, ty: &str) {
        assert_eq!(T::TYPE.to_string(), ty);
        assert_eq!(T::from_value(value.to_value().unwrap()).unwrap(), value);
    }

    #[track_caller]
    fn refused<T: FieldType>(value: impl Into<Value>, text: &str) {
        assert_eq!(T::from_value(value.into()).map(drop).map_err(|error| format!("{error:?}")), Err(text.to_owned()));
    }

    #[test]
    fn scalars_are_read_and_made() {
        round_trip(i64::MIN, "int");
        round_trip(u64::MAX, "int");
        round_trip(i128::MIN, "int");
        round_trip(u128::from(u64::MAX), "int");
        round_trip(NonZeroU8::MAX, "int");
        round_trip(true, "bool");
        round_trip(0.5_f64, "float");
        round_trip(0.1_f32, "float");
        round_trip(String::from("a"), "str");
        round_trip('a', "str");
        round_trip((), "None");
        round_trip(vec![1_u8, 255], "bytes");
    }

    #[test]
    fn the_limits_of_a_type_are_kept() {
        refused::<u8>(256, "OverflowError: expected int from 0 to 255, got 256");
        refused::<u32>(-1, "OverflowError: expected int from 0 to 4294967295, got -1");
        refused::<NonZeroU8>(0, "ValueError: expected int other than 0");
        refused::<f32>(1e300, "OverflowError: expected float of 32 bits, got 1e+300");
        refused::<char>("ab", "ValueError: expected str of one character");
        assert!(u128::MAX.to_value().is_err());
        assert!(f32::from_value(f64::INFINITY.into()).unwrap().is_infinite());
    }

    #[test]
    fn no_type_is_taken_for_another() {
        refused::<i64>(true, "TypeError: expected int, got bool");
        refused::<i64>(1.0, "TypeError: expected int, got float");
        refused::<f64>(1, "TypeError: expected float, got int");
        refused::<bool>(1, "TypeError: expected bool, got int");
        refused::<String>(1, "TypeError: expected str, got int");
        refused::<()>(1, "TypeError: expected None, got int");
        refused::<Vec<u8>>("a", "TypeError: expected bytes, got str");
    }
}
