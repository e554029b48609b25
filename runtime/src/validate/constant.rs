//! Laws about constants, told when they are compiled: what generated code asserts.
//!
//! What no constant expression can tell is left to `validate()`.

#![allow(clippy::panic, reason = "in a `const`, this is a compile error")]

use std::cmp::Ordering;

use super::{Number, Unit};

/// Is the first less than the second, or equal to it?
const fn order(a: Number, b: Number) -> Option<Ordering> {
    /// Up to here, an integer and a float are compared exactly.
    const EXACT: i128 = 1 << 53;
    let (a, b) = match (a, b) {
        (Number::Int(a), Number::Int(b)) => {
            return Some(if a < b {
                Ordering::Less
            } else if a == b {
                Ordering::Equal
            } else {
                Ordering::Greater
            });
        }
        (Number::Float(a), Number::Float(b)) => (a, b),
        #[allow(clippy::cast_precision_loss, reason = "it is small enough")]
        (Number::Int(a), Number::Float(b)) if -EXACT <= a && a <= EXACT => (a as f64, b),
        #[allow(clippy::cast_precision_loss, reason = "it is small enough")]
        (Number::Float(a), Number::Int(b)) if -EXACT <= b && b <= EXACT => (a, b as f64),
        // Not known here: nothing is said.
        _ => return Some(Ordering::Less),
    };
    if a < b {
        Some(Ordering::Less)
    } else if a == b {
        Some(Ordering::Equal)
    } else if a > b {
        Some(Ordering::Greater)
    } else {
        None
    }
}

/// The first number is not greater than the second.
///
/// # Panics
/// If it is, or if one is a NaN, with this text.
#[track_caller]
pub const fn assert_at_most(a: Number, b: Number, text: &str) {
    assert!(matches!(order(a, b), Some(Ordering::Less | Ordering::Equal)), "{}", text);
}

/// The first number is less than the second.
///
/// # Panics
/// If it is not, or if one is a NaN, with this text.
#[track_caller]
pub const fn assert_less(a: Number, b: Number, text: &str) {
    assert!(matches!(order(a, b), Some(Ordering::Less)), "{}", text);
}

/// There are multiples of the number.
///
/// # Panics
/// If there are none, with this text.
#[track_caller]
pub const fn assert_divisor(number: Number, text: &str) {
    assert_finite(number, text);
    assert_less(Number::Int(0), number, text);
}

/// The first number is a multiple of the second, if both are integers.
///
/// # Panics
/// If it is not, with this text.
#[track_caller]
pub const fn assert_multiple(number: Number, divisor: Number, text: &str) {
    if let (Number::Int(number), Number::Int(divisor)) = (number, divisor) {
        assert!(divisor <= 0 || number % divisor == 0, "{}", text);
    }
}

/// The number is finite.
///
/// # Panics
/// If it is not, with this text.
#[track_caller]
pub const fn assert_finite(number: Number, text: &str) {
    assert!(!matches!(number, Number::Float(float) if !float.is_finite()), "{}", text);
}

/// The length of a text.
#[must_use]
pub const fn length(text: &str, unit: Unit) -> Number {
    let mut bytes = text.as_bytes();
    let mut length = 0;
    while let [byte, rest @ ..] = bytes {
        length += match unit {
            // A byte that continues a character is no unit of these.
            Unit::Chars | Unit::Utf16 if *byte & 0xC0 == 0x80 => 0,
            Unit::Utf16 if *byte >= 0xF0 => 2,
            Unit::Chars | Unit::Utf16 | Unit::Bytes => 1,
        };
        bytes = rest;
    }
    Number::Int(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_an_order_as_far_as_it_can_be_told() {
        let orders = [
            (Number::Int(1), Number::Int(2), Some(Ordering::Less)),
            (Number::Int(2), Number::Float(1.5), Some(Ordering::Greater)),
            (Number::Float(1.0), Number::Int(1), Some(Ordering::Equal)),
            (Number::Float(f64::NAN), Number::Float(0.0), None),
        ];
        for (a, b, expected) in orders {
            assert_eq!(order(a, b), expected, "{a:?} {b:?}");
        }
    }

    #[test]
    fn lengths_are_those_of_the_units() {
        let text = "aé€😀";
        for unit in [Unit::Chars, Unit::Bytes, Unit::Utf16] {
            assert_eq!(length(text, unit), Number::Int(unit.count(text).try_into().unwrap()));
        }
    }
}
