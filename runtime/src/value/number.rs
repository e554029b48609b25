//! Numbers: as the payload of a value, which must be one integer or pointer, and to calculate with.

use std::cmp::Ordering;
use std::sync::Arc;

use super::Value;
use crate::spec::TypeSpec;

/// A float, kept as its bits so that a [`Value`](super::Value) stays in two registers.
#[derive(Clone, Copy)]
pub struct Float(u64);

impl Float {
    /// The float itself.
    #[must_use]
    pub const fn get(self) -> f64 {
        f64::from_bits(self.0)
    }
}

impl From<f64> for Float {
    fn from(value: f64) -> Self {
        Self(value.to_bits())
    }
}

/// An integer beyond 64 bits; never one that an `i64` can hold.
#[derive(Clone)]
pub struct Wide(Arc<i128>);

impl Wide {
    /// The caller has seen that it does not fit an `i64`.
    pub(super) fn new(value: i128) -> Self {
        Self(Arc::new(value))
    }

    /// The integer itself.
    #[must_use]
    pub fn get(&self) -> i128 {
        *self.0
    }
}

/// A number, compared exactly with any other: never through one float.
///
/// ```
/// use metaclass::value::Number;
///
/// let large = Number::Int(9_007_199_254_740_993);
/// assert!(large.order(9_007_199_254_740_992.0.into()).is_some_and(|order| order.is_gt()));
/// assert_eq!(Number::Int(1).order(f64::NAN.into()), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// An integer.
    Int(i128),
    /// A float.
    Float(f64),
}

impl Number {
    /// The number that a value is; a truth value is none.
    #[must_use]
    pub fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Float(float) => Some(Self::Float(float.get())),
            value => value.as_int().map(Self::Int),
        }
    }

    /// Are values of the type numbers?
    #[must_use]
    pub const fn is_type(ty: &TypeSpec) -> bool {
        matches!(ty, TypeSpec::Int { .. } | TypeSpec::Float)
    }

    /// The order of two numbers; `None` if one is a NaN.
    #[inline]
    #[must_use]
    pub fn order(self, other: Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Int(a), Self::Int(b)) => Some(a.cmp(&b)),
            (Self::Float(a), Self::Float(b)) => a.partial_cmp(&b),
            (Self::Int(a), Self::Float(b)) => order_of_mixed(a, b),
            (Self::Float(a), Self::Int(b)) => order_of_mixed(b, a).map(Ordering::reverse),
        }
    }
}

/// The order of an integer and a float.
fn order_of_mixed(integer: i128, float: f64) -> Option<Ordering> {
    match as_integer(float.floor()) {
        // The float lies between its floor and the next integer.
        Some(floor) if integer == floor && float > float.floor() => Some(Ordering::Less),
        Some(floor) => Some(integer.cmp(&floor)),
        // Beyond all integers of 128 bits, or a NaN.
        None => 0_f64.partial_cmp(&float),
    }
}

/// The float as an integer, if it is whole and fits.
pub(crate) fn as_integer(value: f64) -> Option<i128> {
    /// 2 to the 127, the first float that is too large.
    const LIMIT: f64 = 170_141_183_460_469_231_731_687_303_715_884_105_728.0;
    #[allow(clippy::cast_possible_truncation, reason = "whole and within the limits")]
    (value.trunc() == value && (-LIMIT..LIMIT).contains(&value)).then_some(value as i128)
}

macro_rules! from_integers {
    ($($type:ty)*) => {$(
        impl From<$type> for Number {
            #[inline]
            fn from(value: $type) -> Self {
                Self::Int(value.into())
            }
        }
    )*};
}

from_integers! { i8 i16 i32 i64 i128 u8 u16 u32 u64 }

impl From<f64> for Number {
    #[inline]
    fn from(value: f64) -> Self {
        Self::Float(value)
    }
}

impl From<f32> for Number {
    #[inline]
    fn from(value: f32) -> Self {
        Self::Float(value.into())
    }
}

impl From<Number> for Value {
    fn from(number: Number) -> Self {
        match number {
            Number::Int(value) => value.into(),
            Number::Float(value) => value.into(),
        }
    }
}
