//! `multiple_of`: a number that another divides.

use std::cmp::Ordering;
use std::fmt::{self, Write as _};

use super::Constraint;
use crate::validate::{Fit, Issue, Number, View};
use crate::value::Value;

/// A number that another divides without rest.
///
/// Exact: a float is taken for the shortest decimal that reads back as it, so that `0.3` is a multiple of `0.1`.
///
/// ```
/// use metaclass::validate::Number;
/// use metaclass::validate::rules::MultipleOf;
///
/// let rule = MultipleOf::new(Number::Float(0.1));
/// assert!(rule.check(0.3) && rule.check(7) && !rule.check(0.35) && !rule.check(f64::NAN));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MultipleOf(Number);

impl MultipleOf {
    /// A multiple of this, which is greater than 0.
    #[must_use]
    pub const fn new(divisor: Number) -> Self {
        Self(divisor)
    }

    /// What divides it.
    #[must_use]
    pub const fn divisor(&self) -> Number {
        self.0
    }

    /// Is the number a multiple?
    #[must_use]
    pub fn check(&self, number: impl Into<Number>) -> bool {
        match (number.into(), self.0) {
            (Number::Int(number), Number::Int(divisor)) => match number.unsigned_abs().checked_rem(divisor.unsigned_abs()) {
                Some(rest) => rest == 0,
                None => number == 0,
            },
            (number, divisor) => is_multiple(number, divisor),
        }
    }
}

fn is_multiple(number: Number, divisor: Number) -> bool {
    match (Decimal::of(number), Decimal::of(divisor)) {
        (Some(number), Some(divisor)) => number.is_multiple_of(divisor),
        _ => false,
    }
}

impl Constraint for MultipleOf {
    const KEY: &'static str = "multiple_of";
    const KEYWORD: &'static str = "multipleOf";
    const FITS: Fit = Fit::NUMBER;

    fn text(_: &Issue) -> &'static str {
        "must be a multiple of {divisor!r}"
    }

    fn holds(&self, view: View<'_>) -> bool {
        if let View::Wide(number) = view {
            let divisor = Decimal::of(self.0);
            return divisor.is_some_and(|divisor| Decimal::new(number, 0).is_multiple_of(divisor));
        }
        view.as_number().is_none_or(|number| self.check(number))
    }

    fn issue(&self, view: View<'_>) -> Issue {
        Issue::new(Self::KEY).with_param("divisor", self.0).with_param("actual", view.to_value())
    }

    /// JSON Schema knows multiples of what is greater than 0 only.
    fn schema(&self) -> Option<(&'static str, Value)> {
        let is_divisor = self.0.order(Number::Int(0)).is_some_and(Ordering::is_gt);
        is_divisor.then(|| (Self::KEYWORD, self.0.into()))
    }
}

/// The absolute of a finite number: `mantissa` times 10 to the `exponent`, without trailing zeros in the mantissa.
#[derive(Clone, Copy)]
struct Decimal {
    mantissa: u128,
    exponent: i32,
}

impl Decimal {
    fn of(number: Number) -> Option<Self> {
        let (mantissa, exponent) = match number {
            Number::Int(value) => (value.unsigned_abs(), 0),
            Number::Float(value) => shortest(value)?,
        };
        Some(Self::new(mantissa, exponent))
    }

    const fn new(mut mantissa: u128, mut exponent: i32) -> Self {
        while mantissa != 0 && mantissa.is_multiple_of(10) {
            mantissa /= 10;
            exponent += 1;
        }
        Self { mantissa, exponent }
    }

    fn is_multiple_of(self, divisor: Self) -> bool {
        if self.mantissa == 0 || divisor.mantissa == 0 {
            return self.mantissa == 0;
        }
        let (shift, modulus) = (self.exponent - divisor.exponent, divisor.mantissa);
        if shift >= 0 {
            return multiply(self.mantissa % modulus, power_of_ten(shift, modulus), modulus) == 0;
        }
        // The number has no trailing zeros, so that it is no multiple of what has some.
        false
    }
}

/// Digits and exponent of the shortest decimal that reads back as the float; `None` if it is not finite.
fn shortest(value: f64) -> Option<(u128, i32)> {
    let mut reader = Reader::default();
    write!(reader, "{:e}", value.abs()).ok()?;
    let exponent = if reader.is_small { -reader.exponent } else { reader.exponent };
    Some((reader.digits, exponent - reader.decimals))
}

/// Reads a float as it is printed, `1.25e-7`, so that no text is made of it.
#[derive(Default)]
struct Reader {
    digits: u128,
    decimals: i32,
    exponent: i32,
    is_small: bool,
    part: Part,
}

#[derive(Default)]
enum Part {
    #[default]
    Whole,
    Decimals,
    Exponent,
}

impl Reader {
    fn read(&mut self, byte: u8) -> fmt::Result {
        match (byte, &self.part) {
            (b'0'..=b'9', Part::Exponent) => self.exponent = self.exponent * 10 + i32::from(byte - b'0'),
            // At most 17 of them.
            (b'0'..=b'9', part) => {
                self.decimals += i32::from(matches!(part, Part::Decimals));
                self.digits = self.digits * 10 + u128::from(byte - b'0');
            }
            (b'.', Part::Whole) => self.part = Part::Decimals,
            (b'e', _) => self.part = Part::Exponent,
            (b'-', Part::Exponent) => self.is_small = true,
            // `inf` and `NaN`.
            _ => return Err(fmt::Error),
        }
        Ok(())
    }
}

impl fmt::Write for Reader {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.bytes().try_for_each(|byte| self.read(byte))
    }
}

/// 10 to the `exponent`, modulo `modulus`.
fn power_of_ten(exponent: i32, modulus: u128) -> u128 {
    (0..exponent).fold(1 % modulus, |power, _| multiply(power, 10, modulus))
}

/// `a` times `b` modulo `modulus`, without overflow: `a` is below the modulus.
fn multiply(a: u128, b: u128, modulus: u128) -> u128 {
    let add = |a: u128, b: u128| {
        let room = modulus - a;
        if b >= room { b - room } else { a + b }
    };
    let (mut product, mut doubled, mut rest) = (0, a, b);
    while rest > 0 {
        if rest & 1 == 1 {
            product = add(product, doubled);
        }
        doubled = add(doubled, doubled);
        rest >>= 1;
    }
    product
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_float_is_read_as_it_is_printed() {
        let shortest = |value: f64| shortest(value).map(|(digits, exponent)| format!("{digits}e{exponent}"));
        for value in [0.0, 1.0, -0.1, 19.99, 1e23, 5e-324, f64::MAX, f64::MIN_POSITIVE, 1.0 / 3.0, 123_456.789] {
            let text = shortest(value).unwrap();
            assert_eq!(text.parse(), Ok(value.abs()), "{text}");
        }
        assert_eq!([f64::NAN, f64::INFINITY, f64::NEG_INFINITY].map(shortest), [None, None, None]);
    }

    #[test]
    fn multiples_are_exact() {
        let is_multiple = |number: Number, divisor: Number| MultipleOf::new(divisor).check(number);
        let float = Number::Float;
        for (number, divisor) in [
            (float(0.0075), float(0.0001)),
            (float(4.5), float(1.5)),
            (float(19.99), float(0.01)),
            (float(1e308), float(0.5)),
            (float(-0.3), float(0.1)),
            (float(0.0), float(7.0)),
            (Number::Int(i128::MIN), Number::Int(1 << 100)),
            (Number::Int(10_i128.pow(38)), float(1e30)),
            (Number::Int(9_007_199_254_740_993), Number::Int(3)),
        ] {
            assert!(is_multiple(number, divisor), "{number:?} {divisor:?}");
        }
        for (number, divisor) in [
            (float(0.00751), float(0.0001)),
            (float(1e308), float(0.123_456_789)),
            (float(0.5e-10), float(1e-10)),
            (float(35.0), float(1.5)),
            (float(f64::INFINITY), float(1.0)),
            (float(f64::NAN), float(1.0)),
            (Number::Int(1), Number::Int(0)),
            (Number::Int(9_007_199_254_740_992), Number::Int(3)),
            (Number::Int(i128::MAX), Number::Int(1 << 100)),
        ] {
            assert!(!is_multiple(number, divisor), "{number:?} {divisor:?}");
        }
    }
}
