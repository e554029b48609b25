//! Python's arithmetic on integers and floats. No integer wraps, and none becomes a float unless Python's does.

use super::{Number, Operator};
use crate::error::Error;

/// What an operator gives for two numbers; nothing if it has no meaning for them.
pub(super) fn binary(operator: Operator, a: Number, b: Number) -> Option<Result<Number, Error>> {
    match (a, b) {
        (Number::Int(a), Number::Int(b)) => Some(of_ints(operator, a, b)),
        (a, b) => of_floats(operator, as_float(a), as_float(b)).map(|result| result.map(Number::Float)),
    }
}

#[allow(clippy::cast_precision_loss, reason = "rounded to what the type can say, as in Python")]
const fn as_float(number: Number) -> f64 {
    match number {
        Number::Int(value) => value as f64,
        Number::Float(value) => value,
    }
}

/// An integer, unless it is beyond 128 bits.
pub(super) fn int(result: Option<i128>) -> Result<Number, Error> {
    result.map(Number::Int).ok_or_else(too_large)
}

#[cold]
fn too_large() -> Error {
    Error::overflow_error("int too large: it has at most 128 bits")
}

#[cold]
fn division_by_zero(text: &'static str) -> Error {
    Error::zero_division_error(text)
}

fn of_ints(operator: Operator, a: i128, b: i128) -> Result<Number, Error> {
    match operator {
        Operator::Add => int(a.checked_add(b)),
        Operator::Sub => int(a.checked_sub(b)),
        Operator::Mul => int(a.checked_mul(b)),
        Operator::TrueDiv if b == 0 => Err(division_by_zero("division by zero")),
        Operator::TrueDiv => Ok(Number::Float(quotient(a, b))),
        Operator::FloorDiv if b == 0 => Err(division_by_zero("integer division or modulo by zero")),
        Operator::FloorDiv => int(a.checked_div(b).map(|quotient| quotient - i128::from(is_rounded_up(a, b)))),
        Operator::Mod if b == 0 => Err(division_by_zero("integer modulo by zero")),
        Operator::Mod => {
            let rest = a.wrapping_rem(b);
            Ok(Number::Int(if is_rounded_up(a, b) { rest + b } else { rest }))
        }
        Operator::Pow => int_power(a, b),
        Operator::LShift | Operator::RShift if b < 0 => Err(Error::value_error("negative shift count")),
        Operator::LShift => shift_left(a, b),
        // All bits but the sign are shifted out.
        Operator::RShift => Ok(Number::Int(a >> b.min(127))),
        Operator::BitAnd => Ok(Number::Int(a & b)),
        Operator::BitOr => Ok(Number::Int(a | b)),
        Operator::BitXor => Ok(Number::Int(a ^ b)),
    }
}

/// Does division towards zero round up? Python's rounds down.
const fn is_rounded_up(a: i128, b: i128) -> bool {
    a.wrapping_rem(b) != 0 && (a < 0) != (b < 0)
}

fn shift_left(a: i128, by: i128) -> Result<Number, Error> {
    let shifted = || {
        let by = u32::try_from(by).ok().filter(|by| *by < i128::BITS)?;
        let shifted = a << by;
        (shifted >> by == a).then_some(shifted)
    };
    int(if a == 0 { Some(0) } else { shifted() })
}

fn int_power(base: i128, exponent: i128) -> Result<Number, Error> {
    if exponent < 0 {
        return float_power(as_float(Number::Int(base)), as_float(Number::Int(exponent))).map(Number::Float);
    }
    int(match (base, u32::try_from(exponent)) {
        (0 | 1, _) => Some(if exponent == 0 { 1 } else { base }),
        (-1, _) => Some(if exponent % 2 == 0 { 1 } else { -1 }),
        (_, Ok(exponent)) => base.checked_pow(exponent),
        (_, Err(_)) => None,
    })
}

/// The float next to the quotient of two integers: it is rounded once.
///
/// Source: `long_true_divide` in CPython's `Objects/longobject.c`.
#[allow(clippy::cast_precision_loss, reason = "what is rounded is asked for first")]
fn quotient(a: i128, b: i128) -> f64 {
    const EXACT: u128 = 1 << 53;
    let sign = if (a < 0) == (b < 0) { 1.0 } else { -1.0 };
    let (a, b) = (a.unsigned_abs(), b.unsigned_abs());
    if a <= EXACT && b <= EXACT {
        return sign * (a as f64 / b as f64);
    }
    let (mut digits, mut rest, mut exponent) = (a / b, a % b, 0);
    // Binary digits behind the point until there are more than a float has; the last one says whether there are others.
    // The rest is less than `b`, which has at most 128 bits, the first of them alone if it has so many.
    while digits < EXACT << 8 && rest != 0 {
        rest *= 2;
        let is_one = rest >= b;
        rest -= if is_one { b } else { 0 };
        digits = digits << 1 | u128::from(is_one);
        exponent += 1;
    }
    let digits = digits | u128::from(rest != 0);
    sign * (digits as f64) * 2_f64.powi(-exponent)
}

fn of_floats(operator: Operator, a: f64, b: f64) -> Option<Result<f64, Error>> {
    Some(match operator {
        Operator::Add => Ok(a + b),
        Operator::Sub => Ok(a - b),
        Operator::Mul => Ok(a * b),
        Operator::TrueDiv if b == 0.0 => Err(division_by_zero("float division by zero")),
        Operator::TrueDiv => Ok(a / b),
        Operator::FloorDiv if b == 0.0 => Err(division_by_zero("float floor division by zero")),
        Operator::FloorDiv => Ok(divide_down(a, b).0),
        Operator::Mod if b == 0.0 => Err(division_by_zero("float modulo")),
        Operator::Mod => Ok(divide_down(a, b).1),
        Operator::Pow => float_power(a, b),
        Operator::LShift | Operator::RShift | Operator::BitAnd | Operator::BitOr | Operator::BitXor => return None,
    })
}

/// The quotient rounded down, and the rest.
///
/// Source: `_float_div_mod` in CPython's `Objects/floatobject.c`.
fn divide_down(a: f64, b: f64) -> (f64, f64) {
    let mut rest = a % b;
    let mut quotient = (a - rest) / b;
    if rest == 0.0 {
        rest = 0_f64.copysign(b);
    } else if (b < 0.0) != (rest < 0.0) {
        rest += b;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0_f64.copysign(a / b), rest);
    }
    let floor = quotient.floor();
    (if quotient - floor > 0.5 { floor + 1.0 } else { floor }, rest)
}

fn float_power(base: f64, exponent: f64) -> Result<f64, Error> {
    if base == 0.0 && exponent < 0.0 && exponent.is_finite() {
        return Err(division_by_zero("0.0 cannot be raised to a negative power"));
    }
    if base < 0.0 && base.is_finite() && exponent.is_finite() && exponent.trunc() != exponent {
        return Err(Error::value_error("a negative number to a power that is no integer is complex"));
    }
    let power = base.powf(exponent);
    match power.is_infinite() && base.is_finite() && exponent.is_finite() {
        true => Err(Error::overflow_error("(34, 'Numerical result out of range')")),
        false => Ok(power),
    }
}
