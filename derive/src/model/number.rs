//! Numbers as they are written: literals, with what they can be compared with.

use std::cmp::Ordering;

use syn::{Expr, Lit, Type};

use super::types;
use crate::input::values::literal;

/// A number that is written as a literal.
#[derive(Clone, Copy)]
pub(crate) enum Number {
    Int(i128),
    Float(f64),
}

impl Number {
    /// The number, if the expression is a literal of one.
    pub(crate) fn of(expr: &Expr) -> Option<Self> {
        let (lit, negated) = literal(expr)?;
        let sign = if negated { "-" } else { "" };
        match lit {
            Lit::Int(int) if matches!(int.suffix(), "f32" | "f64") => float(sign, int.base10_digits()),
            Lit::Int(int) => format!("{sign}{}", int.base10_digits()).parse().ok().map(Self::Int),
            Lit::Float(lit) => float(sign, lit.base10_digits()),
            _ => None,
        }
    }

    /// The order of two numbers; what an integer beyond 53 bits and a float are to each other is left to the runtime.
    pub(crate) fn order(self, other: Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Int(a), Self::Int(b)) => Some(a.cmp(&b)),
            (a, b) => a.as_f64()?.partial_cmp(&b.as_f64()?),
        }
    }

    fn as_f64(self) -> Option<f64> {
        const EXACT: i128 = 1 << 53;
        match self {
            #[allow(clippy::cast_precision_loss, reason = "it is small enough")]
            Self::Int(value) => (-EXACT..=EXACT).contains(&value).then_some(value as f64),
            Self::Float(value) => Some(value),
        }
    }
}

/// Is a number a multiple of another, as they are written? Both are literals; `None` where that cannot be told.
pub(crate) fn is_multiple(number: &Expr, divisor: &Expr) -> Option<bool> {
    let (number, divisor) = (Decimal::of(number)?, Decimal::of(divisor)?);
    let exponent = number.exponent.min(divisor.exponent);
    let (number, divisor) = (number.scaled(exponent)?, divisor.scaled(exponent)?);
    number.checked_rem(divisor).map(|rest| rest == 0)
}

/// `mantissa` times 10 to the `exponent`.
struct Decimal {
    mantissa: i128,
    exponent: i32,
}

impl Decimal {
    fn of(expr: &Expr) -> Option<Self> {
        let digits = match literal(expr)?.0 {
            Lit::Int(int) => int.base10_digits().to_owned(),
            Lit::Float(float) => float.base10_digits().to_owned(),
            _ => return None,
        };
        let (digits, exponent) = digits.split_once(['e', 'E']).unwrap_or((&digits, "0"));
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let exponent = exponent.parse::<i32>().ok()?.checked_sub(i32::try_from(decimals.len()).ok()?)?;
        Some(Self { mantissa: format!("{whole}{decimals}").parse().ok()?, exponent })
    }

    fn scaled(&self, exponent: i32) -> Option<i128> {
        let shift = u32::try_from(self.exponent - exponent).ok()?;
        self.mantissa.checked_mul(10_i128.checked_pow(shift)?)
    }
}

fn float(sign: &str, digits: &str) -> Option<Number> {
    format!("{sign}{digits}").parse().ok().filter(|value: &f64| value.is_finite()).map(Number::Float)
}

/// What an integer type can hold.
pub(crate) fn range(ty: &Type) -> Option<(i128, i128)> {
    let name = types::plain_name(ty)?.to_string();
    let (signed, bits) = match name.as_str() {
        "isize" => (true, 64),
        "usize" => (false, 64),
        name => (name.starts_with('i'), name.strip_prefix(['i', 'u'])?.parse::<u32>().ok()?),
    };
    match (signed, bits) {
        (true, 8 | 16 | 32 | 64) => Some((-(1 << (bits - 1)), (1 << (bits - 1)) - 1)),
        (false, 8 | 16 | 32 | 64) => Some((0, (1 << bits) - 1)),
        (true, 128) => Some((i128::MIN, i128::MAX)),
        (false, 128) => Some((0, i128::MAX)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;

    #[test]
    fn literals_are_compared() {
        let order = |a: Expr, b: Expr| Number::of(&a).and_then(|a| a.order(Number::of(&b)?));
        assert_eq!(order(parse_quote!(-1), parse_quote!(0.5)), Some(Ordering::Less));
        assert_eq!(order(parse_quote!(1_000), parse_quote!(1000.0)), Some(Ordering::Equal));
        assert_eq!(order(parse_quote!(9007199254740993), parse_quote!(1.0)), None);
        assert!(Number::of(&parse_quote!("1")).is_none() && Number::of(&parse_quote!(MAX)).is_none());
    }

    #[test]
    fn multiples_are_told_by_their_decimals() {
        let multiple = |a: Expr, b: Expr| is_multiple(&a, &b);
        assert_eq!(multiple(parse_quote!(0.3), parse_quote!(0.1)), Some(true));
        assert_eq!(multiple(parse_quote!(-0.25), parse_quote!(0.1)), Some(false));
        assert_eq!(multiple(parse_quote!(1e3), parse_quote!(2.5e-1)), Some(true));
        assert_eq!(multiple(parse_quote!(1e300), parse_quote!(1e-300)), None);
        assert_eq!(multiple(parse_quote!(1), parse_quote!(0)), None);
    }

    #[test]
    fn types_have_ranges() {
        assert_eq!(range(&parse_quote!(u8)), Some((0, 255)));
        assert_eq!(range(&parse_quote!(i64)), Some((i64::MIN.into(), i64::MAX.into())));
        assert_eq!(range(&parse_quote!(f64)), None);
        assert_eq!(range(&parse_quote!(u7)), None);
    }
}
