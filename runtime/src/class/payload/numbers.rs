//! What `int` and `float` make of other values.

use super::builtins;
use super::construct::ask;
use crate::error::Error;
use crate::repr::repr;
use crate::value::{Number, Value, as_integer};

pub(super) fn to_int(value: &Value) -> Result<Value, Error> {
    if let Some(asked) = ask(value, &["__int__", "__index__"], builtins::int()) {
        return asked;
    }
    match &*value.plain() {
        Value::Str(text) => parse(text, 10).unwrap_or_else(|| Err(no_int(value, 10))),
        Value::Bytes(bytes) => {
            let text = std::str::from_utf8(bytes).unwrap_or_default();
            parse(text, 10).unwrap_or_else(|| Err(no_int(value, 10)))
        }
        plain => match plain.as_bool().map(|truth| Number::Int(truth.into())).or_else(|| Number::of(plain)) {
            Some(Number::Int(integer)) => Ok(integer.into()),
            Some(Number::Float(float)) => truncated(float),
            None => Err(Error::type_error(format!(
                "int() argument must be a string, a bytes-like object or a real number, not '{}'",
                value.type_name()
            ))),
        },
    }
}

pub(super) fn to_int_with_base(value: &Value, base: &Value) -> Result<Value, Error> {
    let Some(base) = base.as_int() else {
        let got = base.type_name();
        return Err(Error::type_error(format!("'{got}' object cannot be interpreted as an integer")));
    };
    let Some(text) = value.as_str() else {
        return Err(Error::type_error("int() can't convert non-string with explicit base"));
    };
    match u32::try_from(base) {
        Ok(base @ (0 | 2..=36)) => parse(text, base).unwrap_or_else(|| Err(no_int(value, base))),
        _ => Err(Error::value_error("int() base must be >= 2 and <= 36, or 0")),
    }
}

fn truncated(float: f64) -> Result<Value, Error> {
    match as_integer(float.trunc()) {
        Some(integer) => Ok(integer.into()),
        None if float.is_nan() => Err(Error::value_error("cannot convert float NaN to integer")),
        None if float.is_infinite() => Err(Error::overflow_error("cannot convert float infinity to integer")),
        None => Err(too_large()),
    }
}

#[cold]
fn too_large() -> Error {
    Error::overflow_error("int too large: it has at most 128 bits")
}

#[cold]
fn no_int(value: &Value, base: u32) -> Error {
    Error::value_error(format!("invalid literal for int() with base {base}: {}", value.plain().repr()))
}

/// An integer as it is written: with a sign, underscores between digits, and what says the base if that is 0 or agrees.
fn parse(text: &str, base: u32) -> Option<Result<Value, Error>> {
    let text = text.trim();
    let (is_negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (base, digits) = match (base, prefix(digits)) {
        (0, Some((base, digits))) => (base, digits.strip_prefix('_').unwrap_or(digits)),
        (base, Some((same, digits))) if base == same => (base, digits.strip_prefix('_').unwrap_or(digits)),
        // As in Python's source, only zero may begin with a zero.
        (0, None) if digits.starts_with('0') && digits.bytes().any(|digit| !b"0_".contains(&digit)) => return None,
        (0, None) => (10, digits),
        (base, _) => (base, digits),
    };
    let mut size = Some(0_u128);
    let mut after_digit = false;
    for c in digits.chars() {
        match c.to_digit(base) {
            Some(digit) => {
                size = size.and_then(|size| size.checked_mul(base.into())?.checked_add(digit.into()));
                after_digit = true;
            }
            None if c == '_' && after_digit => after_digit = false,
            None => return None,
        }
    }
    let signed = |size: u128| if is_negative { 0_i128.checked_sub_unsigned(size) } else { i128::try_from(size).ok() };
    after_digit.then(|| size.and_then(signed).map(Value::from).ok_or_else(too_large))
}

fn prefix(digits: &str) -> Option<(u32, &str)> {
    let (prefix, digits) = digits.split_at_checked(2)?;
    match prefix {
        "0x" | "0X" => Some((16, digits)),
        "0o" | "0O" => Some((8, digits)),
        "0b" | "0B" => Some((2, digits)),
        _ => None,
    }
}

pub(super) fn to_float(value: &Value) -> Result<Value, Error> {
    if let Some(asked) = ask(value, &["__float__"], builtins::float()) {
        return asked;
    }
    match &*value.plain() {
        Value::Str(text) => float_of(text).map(Value::from).ok_or_else(|| {
            let text = repr(&**text);
            Error::value_error(format!("could not convert string to float: {text}"))
        }),
        plain => match plain.as_bool().map(|truth| Number::Int(truth.into())).or_else(|| Number::of(plain)) {
            #[allow(clippy::cast_precision_loss, reason = "rounded to what the type can say, as in Python")]
            Some(Number::Int(integer)) => Ok((integer as f64).into()),
            Some(Number::Float(float)) => Ok(float.into()),
            None => Err(Error::type_error(format!(
                "float() argument must be a string or a real number, not '{}'",
                value.type_name()
            ))),
        },
    }
}

/// A float as it is written; underscores stand between digits alone.
fn float_of(text: &str) -> Option<f64> {
    let text = text.trim();
    let is_digit = |at: Option<usize>| at.and_then(|at| text.as_bytes().get(at)).is_some_and(u8::is_ascii_digit);
    let misplaced = |(at, _): (usize, &str)| !is_digit(at.checked_sub(1)) || !is_digit(at.checked_add(1));
    if text.match_indices('_').any(misplaced) {
        return None;
    }
    text.replace('_', "").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn int(text: &str, base: u32, expected: Option<i128>) {
        let read = parse(text, base).and_then(Result::ok);
        assert_eq!(read.and_then(|value| value.as_int()), expected, "{text}");
    }

    #[test]
    fn integers_are_read_as_they_are_written() {
        for (text, expected) in [("12", 12), (" -1_000\n", -1000), ("+7", 7), ("007", 7), ("0", 0)] {
            int(text, 10, Some(expected));
        }
        for text in ["", "-", "1_", "_1", "1__0", "1.5", "0x1f", "- 1", "\u{661}\u{fe0f}"] {
            int(text, 10, None);
        }
        for (text, base, expected) in
            [("ff", 16, 255), ("0xFF", 16, 255), ("0x_f", 0, 15), ("0b101", 0, 5), ("z", 36, 35), ("0_0", 0, 0)]
        {
            int(text, base, Some(expected));
        }
        for (text, base) in [("012", 0), ("0b2", 0), ("0xf", 8), ("0x", 16), ("0b", 0)] {
            int(text, base, None);
        }
        int(&i128::MIN.to_string(), 10, Some(i128::MIN));
        assert!(parse(&"9".repeat(40), 10).is_some_and(|read| read.is_err()));
    }

    #[test]
    fn floats_are_read_as_they_are_written() {
        for (text, expected) in [("1.5", 1.5), (" 1_0.2_5e1 ", 102.5), ("-Infinity", f64::NEG_INFINITY), (".5", 0.5)] {
            assert_eq!(float_of(text), Some(expected), "{text}");
        }
        assert!(float_of("NaN").is_some_and(f64::is_nan));
        for text in ["", "1_", "_1", "1_.5", "1e_5", "x", "1,5"] {
            assert_eq!(float_of(text), None, "{text}");
        }
    }
}
