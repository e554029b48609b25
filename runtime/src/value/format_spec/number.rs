//! Numbers as a format specification says.

use super::spec::{Align, Spec, unknown_code};
use super::{LONGEST, Number};
use crate::error::Error;
use crate::repr::repr;

pub(super) fn format(number: Number, spec: &Spec, class: &str) -> Result<String, Error> {
    match (number, spec.ty) {
        (Number::Int(value), None | Some('d' | 'n' | 'b' | 'o' | 'x' | 'X')) => of_int(value, spec),
        (Number::Int(value), Some('c')) => of_character(value, spec),
        #[allow(clippy::cast_precision_loss, reason = "rounded to what the type can say, as in Python")]
        (Number::Int(value), Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%')) => of_float(value as f64, spec),
        (Number::Float(value), None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'n' | '%')) => of_float(value, spec),
        (_, Some(code)) => Err(unknown_code(code, class)),
    }
}

fn of_int(value: i128, spec: &Spec) -> Result<String, Error> {
    refuse_for_integers(spec)?;
    let size = value.unsigned_abs();
    let (prefix, digits) = match spec.ty {
        Some('b') => ("0b", format!("{size:b}")),
        Some('o') => ("0o", format!("{size:o}")),
        Some('x') => ("0x", format!("{size:x}")),
        Some('X') => ("0X", format!("{size:X}")),
        _ => ("", size.to_string()),
    };
    let sign = sign(value < 0, spec);
    let before = if spec.alternate { format!("{sign}{prefix}") } else { sign.to_owned() };
    assemble(&before, &digits, "", spec)
}

fn refuse_for_integers(spec: &Spec) -> Result<(), Error> {
    if spec.precision.is_some() {
        return Err(Error::value_error("Precision not allowed in integer format specifier"));
    }
    if spec.positive_zero {
        return Err(Error::value_error("Negative zero coercion (z) not allowed in integer format specifier"));
    }
    Ok(())
}

fn of_character(value: i128, spec: &Spec) -> Result<String, Error> {
    refuse_for_integers(spec)?;
    for (is_given, what) in [(spec.sign.is_some(), "Sign"), (spec.alternate, "Alternate form (#)")] {
        if is_given {
            return Err(Error::value_error(format!("{what} not allowed with integer format specifier 'c'")));
        }
    }
    if i64::try_from(value).is_err() {
        return Err(Error::overflow_error("Python int too large to convert to C long"));
    }
    // A surrogate, which Rust has no character for, is out of range too.
    let character = u32::try_from(value).ok().and_then(char::from_u32);
    let character = character.ok_or_else(|| Error::overflow_error("%c arg not in range(0x110000)"))?;
    spec.padded("", character.encode_utf8(&mut [0; 4]), Align::Right)
}

fn of_float(value: f64, spec: &Spec) -> Result<String, Error> {
    let percent = spec.ty == Some('%');
    let value = if percent { value * 100.0 } else { value };
    let mut text = if value.is_finite() { digits(value.abs(), spec)? } else { repr(&value.abs()).to_string() };
    if matches!(spec.ty, Some('E' | 'F' | 'G')) {
        text.make_ascii_uppercase();
    }
    if percent {
        text.push('%');
    }
    let is_zero = value.is_finite()
        && text.split(['e', 'E']).next().is_some_and(|digits| !digits.contains(|c| ('1'..='9').contains(&c)));
    let is_negative = value.is_sign_negative() && !value.is_nan() && !(spec.positive_zero && is_zero);
    let (whole, rest) = text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()));
    assemble(sign(is_negative, spec), whole, rest, spec)
}

fn sign(is_negative: bool, spec: &Spec) -> &'static str {
    match (is_negative, spec.sign) {
        (true, _) => "-",
        (false, Some('+')) => "+",
        (false, Some(' ')) => " ",
        (false, _) => "",
    }
}

/// Groups the digits before the point, and puts all in its width. Zeros that fill it are grouped too.
fn assemble(sign: &str, whole: &str, rest: &str, spec: &Spec) -> Result<String, Error> {
    let by_default = if spec.zero { Align::BehindSign } else { Align::Right };
    let is_filled = spec.fill == '0' && spec.align.unwrap_or(by_default) == Align::BehindSign;
    if spec.width > LONGEST {
        return Err(Error::memory_error(""));
    }
    let width = if is_filled { spec.width.saturating_sub(sign.len() + rest.len()) } else { 0 };
    let every = if matches!(spec.ty, Some('b' | 'o' | 'x' | 'X')) { 4 } else { 3 };
    match spec.grouping {
        Some(separator) if !whole.is_empty() => {
            let whole = grouped(whole, separator, every, width);
            spec.padded(sign, &format!("{whole}{rest}"), by_default)
        }
        _ => spec.padded(sign, &format!("{whole}{rest}"), by_default),
    }
}

/// Digits with a separator, counted from the end, and with zeros before them up to a width.
fn grouped(digits: &str, separator: char, every: usize, width: usize) -> String {
    let mut count = digits.len().max(width - width / (every + 1));
    // The first of a text is no separator.
    while count + (count - 1) / every < width {
        count += 1;
    }
    let zeros = count - digits.len();
    let mut text = String::with_capacity(count + count / every);
    for (i, digit) in std::iter::repeat_n('0', zeros).chain(digits.chars()).enumerate() {
        if i > 0 && (count - i).is_multiple_of(every) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// A finite float without its sign.
fn digits(value: f64, spec: &Spec) -> Result<String, Error> {
    let precision = spec.precision.unwrap_or(6);
    if precision > LONGEST {
        return Err(Error::memory_error(""));
    }
    Ok(match (spec.ty, spec.precision) {
        (Some('f' | 'F' | '%'), _) => with_point(fixed(value, precision), spec.alternate),
        (Some('e' | 'E'), _) => {
            let (mantissa, exponent) = scientific(value, precision);
            format!("{}e{exponent:+03}", with_point(mantissa, spec.alternate))
        }
        (None, None) => repr(&value).to_string(),
        (ty, _) => general(value, precision.max(1), spec.alternate, ty.is_none()),
    })
}

/// More digits than any float has behind the point, and than the standard library may be asked for.
const ALL_DIGITS: usize = 1_100;

fn fixed(value: f64, precision: usize) -> String {
    let zeros = "0".repeat(precision.saturating_sub(ALL_DIGITS));
    format!("{value:.*}{zeros}", precision.min(ALL_DIGITS))
}

/// One digit before the point, `precision` behind it, and the power of ten.
fn scientific(value: f64, precision: usize) -> (String, i32) {
    let zeros = "0".repeat(precision.saturating_sub(ALL_DIGITS));
    let text = format!("{value:.*e}", precision.min(ALL_DIGITS));
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    (format!("{mantissa}{zeros}"), exponent.parse().unwrap_or(0))
}

/// `#` asks for the point even where nothing is behind it.
fn with_point(mut digits: String, alternate: bool) -> String {
    if alternate && !digits.contains('.') {
        digits.push('.');
    }
    digits
}

/// `precision` digits in all, in the form that is shorter; zeros at the end are left out unless they are asked for.
fn general(value: f64, precision: usize, alternate: bool, is_untyped: bool) -> String {
    let (mantissa, exponent) = scientific(value, precision - 1);
    let point = i64::from(exponent) + 1;
    let limit = i64::try_from(precision).unwrap_or(i64::MAX) - i64::from(is_untyped);
    let trimmed = |digits: String| match (alternate, digits.contains('.')) {
        (true, _) => with_point(digits, true),
        (false, true) => digits.trim_end_matches('0').trim_end_matches('.').to_owned(),
        (false, false) => digits,
    };
    if point <= -4 || point > limit {
        return format!("{}e{exponent:+03}", trimmed(mantissa));
    }
    let behind = i64::try_from(precision).unwrap_or(i64::MAX) - point;
    let digits = trimmed(fixed(value, usize::try_from(behind).unwrap_or(0)));
    match is_untyped && !digits.contains('.') {
        true => format!("{digits}.0"),
        false => digits,
    }
}
