//! Numbers: short ones from their digits, the others by the parser of Rust, which gives the nearest float.

use std::sync::LazyLock;

use serde::de::Visitor;
use serde::de::value::MapDeserializer;

use super::{Parser, SyntaxError};
use crate::decode::NUMBER_AS_TEXT;

/// What a number is read as.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Number {
    U64(u64),
    I64(i64),
    F64(f64),
}

impl Number {
    #[inline]
    pub(super) fn visit<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, SyntaxError> {
        match self {
            Self::U64(value) => visitor.visit_u64(value),
            Self::I64(value) => visitor.visit_i64(value),
            Self::F64(value) => visitor.visit_f64(value),
        }
    }
}

/// All of these are floats, and so are all integers up to [`EXACT`].
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
];
const EXACT: u64 = 1 << 53;

/// So many digits never are too many for 64 bits.
const FEW: usize = 19;

impl<'de> Parser<'de> {
    /// Reads the number that is next.
    #[inline]
    pub(super) fn any_number<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, SyntaxError> {
        match self.is_precise {
            true => self.precise_number(visitor),
            false => self.number()?.visit(visitor),
        }
    }

    /// The number that is next.
    pub(super) fn number(&mut self) -> Result<Number, SyntaxError> {
        let is_negative = self.bytes.get(self.at) == Some(&b'-');
        let start = self.at + usize::from(is_negative);
        let (mut significand, mut end) = digits(self.bytes, start, 0);
        let is_well_begun = match self.bytes.get(start) {
            Some(b'0') => end == start + 1,
            _ => end > start,
        };
        if !is_well_begun {
            return Err(self.broken());
        }
        let mut scale = 0;
        if self.bytes.get(end) == Some(&b'.') {
            let point = end;
            (significand, end) = digits(self.bytes, point + 1, significand);
            scale = end - point - 1;
            if scale == 0 {
                return Err(self.broken());
            }
        }
        // A point is counted as a digit, which does no harm.
        if end - start > FEW || matches!(self.bytes.get(end), Some(b'e' | b'E')) {
            return self.long_number();
        }
        let number = match (scale, is_negative) {
            (0, false) => Number::U64(significand),
            (0, true) => match 0_i64.checked_sub_unsigned(significand) {
                Some(negative @ ..0) => Number::I64(negative),
                _ => return self.long_number(),
            },
            #[allow(clippy::cast_precision_loss, reason = "it is exact")]
            _ => match POWERS.get(scale) {
                Some(power) if significand <= EXACT => {
                    let value = significand as f64 / power;
                    Number::F64(if is_negative { -value } else { value })
                }
                _ => return self.long_number(),
            },
        };
        self.at = end;
        Ok(number)
    }

    /// The same for any number.
    #[cold]
    #[inline(never)]
    fn long_number(&mut self) -> Result<Number, SyntaxError> {
        let text = self.number_as_written()?;
        let number = parsed(text).ok_or_else(|| self.out_of_range())?;
        self.at += text.len();
        Ok(number)
    }

    fn number_as_written(&self) -> Result<&'de str, SyntaxError> {
        let end = number_end(self.bytes, self.at);
        end.and_then(|end| self.slice(self.at, end)).ok_or_else(|| self.broken())
    }

    /// Hands over as text what is no integer of 64 bits.
    #[cold]
    #[inline(never)]
    fn precise_number<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, SyntaxError> {
        let text = self.number_as_written()?;
        self.at += text.len();
        match integer(text) {
            Some(integer) => integer.visit(visitor),
            None => visitor.visit_map(MapDeserializer::new(std::iter::once((NUMBER_AS_TEXT, with_sign(text))))),
        }
    }
}

/// A number as `serde_json` keeps it: with the sign of its exponent.
fn with_sign(text: &str) -> String {
    match text.split_once(['e', 'E']) {
        Some((significand, exponent)) if exponent.starts_with(['+', '-']) => format!("{significand}e{exponent}"),
        Some((significand, exponent)) => format!("{significand}e+{exponent}"),
        None => text.to_owned(),
    }
}

/// A number as `serde_json` reads it; none if it is out of range.
fn parsed(text: &str) -> Option<Number> {
    let float = || text.parse().ok().filter(|value: &f64| value.is_finite()).map(Number::F64);
    integer(text).or_else(float)
}

/// An integer of 64 bits: minus zero is none.
fn integer(text: &str) -> Option<Number> {
    match text.starts_with('-') {
        true => text.parse().ok().filter(|value| *value != 0).map(Number::I64),
        false => text.parse().ok().map(Number::U64),
    }
}

/// Goes past digits, and adds them to a number.
#[inline]
fn digits(bytes: &[u8], mut at: usize, mut number: u64) -> (u64, usize) {
    while let Some(digit) = bytes.get(at).map(|byte| byte.wrapping_sub(b'0')).filter(|digit| *digit < 10) {
        number = number.wrapping_mul(10).wrapping_add(digit.into());
        at += 1;
    }
    (number, at)
}

/// Where a number ends; none if it is wrong.
pub(super) fn number_end(bytes: &[u8], at: usize) -> Option<usize> {
    let digits = |at: usize| {
        let (_, end) = digits(bytes, at, 0);
        (end > at).then_some(end)
    };
    let start = at + usize::from(bytes.get(at) == Some(&b'-'));
    let mut end = digits(start)?;
    if bytes.get(start) == Some(&b'0') && end > start + 1 {
        return None;
    }
    if bytes.get(end) == Some(&b'.') {
        end = digits(end + 1)?;
    }
    if let Some(b'e' | b'E') = bytes.get(end) {
        let has_sign = matches!(bytes.get(end + 1), Some(b'+' | b'-'));
        end = digits(end + 1 + usize::from(has_sign))?;
    }
    Some(end)
}

/// Did any crate of the program ask `serde_json` to keep numbers as they are written?
pub(super) fn is_precise() -> bool {
    static IS_PRECISE: LazyLock<bool> = LazyLock::new(|| {
        let number: Result<serde_json::Number, _> = serde_json::from_str("1.00");
        number.is_ok_and(|number| number.to_string() == "1.00")
    });
    *IS_PRECISE
}
