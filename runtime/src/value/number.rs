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

    /// A float of 32 bits, as the shortest decimal that reads back as it.
    #[doc(hidden)]
    #[must_use]
    #[allow(clippy::cast_lossless, reason = "`from` is no constant function")]
    pub const fn short(value: f32) -> Self {
        match shortest_digits(value) {
            Some(value) => Self::Float(value),
            None => Self::Float(value as f64),
        }
    }

    /// An integer without sign.
    ///
    /// # Panics
    /// If it has more than 127 bits.
    #[doc(hidden)]
    #[must_use]
    #[track_caller]
    #[allow(clippy::panic, clippy::cast_possible_wrap, reason = "in a `const`, this is a compile error")]
    pub const fn wide(value: u128) -> Self {
        assert!(value <= i128::MAX as u128, "a limit has at most 127 bits; write `check = path`");
        Self::Int(value as i128)
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

/// The float of 64 bits that is written with as few digits as this one of 32: `0.1` for `0.1`.
#[inline(never)]
pub(crate) fn shortest(value: f32) -> f64 {
    let exact = f64::from(value);
    // What is left is very large or small: it is printed and read again.
    shortest_digits(value).unwrap_or_else(|| format!("{value:e}").parse().unwrap_or(exact))
}

/// The same, where all digits and the power of ten behind them are whole floats, so that no step rounds twice.
const fn shortest_digits(value: f32) -> Option<f64> {
    #[allow(clippy::cast_possible_truncation, reason = "it is asked whether they are equal then")]
    const fn is_same(decimal: f64, size: f64) -> bool {
        decimal as f32 == size as f32
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "whole")]
    const fn round(size: f64) -> f64 {
        (size + 0.5) as u64 as f64
    }
    #[allow(clippy::cast_lossless, reason = "`from` is no constant function")]
    let exact = value as f64;
    let size = exact.abs();
    if !(1e-13 < size && size < 1e22) {
        return None;
    }
    let mut unit = if size < 1.0 { 1.0 } else { 1e22 };
    while unit >= 1.0 {
        let decimal = round(size / unit) * unit;
        if is_same(decimal, size) {
            return Some(decimal.copysign(exact));
        }
        unit /= 10.0;
    }
    let mut parts = 10.0;
    while parts <= 1e22 {
        let decimal = round(size * parts) / parts;
        if is_same(decimal, size) {
            return Some(decimal.copysign(exact));
        }
        parts *= 10.0;
    }
    None
}

/// The order of an integer and a float.
#[cold]
#[inline(never)]
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
    fn from(value: f32) -> Self {
        Self::Float(shortest(value))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_float_has_the_digits_that_are_printed() {
        let mut bits = 1_u32;
        let random = std::iter::repeat_with(|| {
            bits ^= bits << 13;
            bits ^= bits >> 17;
            bits ^= bits << 5;
            f32::from_bits(bits)
        });
        let near = (0..5_000_u16).map(|i| f32::from(i) / 100.0);
        let whole = [0.0, -0.0, 0.1, -0.3, 1e10, 16_777_216.0, 33_554_434.0, 3.4e38, 1e-45, f32::MAX, 1e-13, 1e22];
        for value in random.take(100_000).chain(near).chain(whole).filter(|value| value.is_finite()) {
            let printed: f64 = format!("{value:e}").parse().unwrap();
            assert_eq!(shortest(value).to_bits(), printed.to_bits(), "{value:e}");
        }
        assert!(shortest(f32::NAN).is_nan() && shortest(f32::INFINITY).is_infinite());
    }
}
