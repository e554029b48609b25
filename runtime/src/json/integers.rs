//! Integers beyond 64 bits, which the parser gives as floats when it is not told what comes.
//!
//! Numbers stand in a value in the order in which they stand in its text. Only a value with a float that could have been
//! such an integer is looked at again.

use crate::value::Value;

/// The least float that is beyond all integers of 64 bits with a sign.
const LEAST: f64 = 9_223_372_036_854_775_808.0;

/// Puts the integers of a text of JSON where their floats are, in the value that was read from it.
pub(super) fn restore(value: &mut Value, text: &str) {
    if is_suspect(value) {
        visit(value, &mut Numbers { rest: text });
    }
}

/// Is there a float that may have been an integer?
fn is_suspect(value: &Value) -> bool {
    let mut pending = vec![value];
    while let Some(value) = pending.pop() {
        match value {
            Value::Float(float) if float.get().abs() >= LEAST => return true,
            Value::List(items) => pending.extend(items.iter()),
            Value::Dict(dict) => pending.extend(dict.values()),
            _ => {}
        }
    }
    false
}

/// Visits all numbers. What was read is not deep.
fn visit(value: &mut Value, numbers: &mut Numbers<'_>) {
    match value {
        Value::Int(_) | Value::Wide(_) | Value::Float(_) => {
            let integer = numbers.next().and_then(|number| number.parse::<i128>().ok());
            if let (Value::Float(_), Some(integer)) = (&value, integer) {
                *value = integer.into();
            }
        }
        Value::List(items) => items.as_mut_slice().iter_mut().for_each(|item| visit(item, numbers)),
        Value::Dict(dict) => dict.values_mut().for_each(|value| visit(value, numbers)),
        _ => {}
    }
}

/// The numbers of a text of JSON, as they are written.
struct Numbers<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Numbers<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        loop {
            let start = self.rest.find(|c: char| c == '"' || c == '-' || c.is_ascii_digit())?;
            let rest = self.rest.get(start..)?;
            let is_text = rest.starts_with('"');
            let end = if is_text { end_of_text(rest) } else { rest.find(is_no_number).unwrap_or(rest.len()) };
            let (token, after) = rest.split_at_checked(end)?;
            self.rest = after;
            if !is_text {
                return Some(token);
            }
        }
    }
}

fn is_no_number(c: char) -> bool {
    !(c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | 'e' | 'E'))
}

/// Where a text that begins with a quote ends, its last quote included.
fn end_of_text(text: &str) -> usize {
    let mut is_escaped = false;
    let end = text.bytes().skip(1).position(|byte| {
        let is_end = byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
        is_end
    });
    end.map_or(text.len(), |end| end + 2)
}

#[cfg(test)]
mod tests {
    use crate::json::value_from_str;
    use crate::limits::Limits;

    #[track_caller]
    fn reads(text: &str, expected: &str) {
        assert_eq!(value_from_str(text, &Limits::new()).unwrap().to_string(), expected);
    }

    #[test]
    fn an_integer_beyond_64_bits_is_no_float() {
        reads("18446744073709551616", "18446744073709551616");
        reads("-9223372036854775809", "-9223372036854775809");
        reads(&i128::MAX.to_string(), &i128::MAX.to_string());
        reads(&i128::MIN.to_string(), &i128::MIN.to_string());
        reads("170141183460469231731687303715884105728", "1.7014118346046923e+38");
        reads("18446744073709551616.0", "1.8446744073709552e+19");
        reads("18446744073709551616e0", "1.8446744073709552e+19");
        reads("[1e20, 100000000000000000001]", "[1e+20, 100000000000000000001]");
    }

    #[test]
    fn each_number_keeps_its_place() {
        reads(
            r#"{"a1\"2": [1, -2.5, "3\\", 18446744073709551617], "4": {"b": "\"5", "c": [6e2, [], true]}, "d": -18446744073709551618}"#,
            r#"{'a1"2': [1, -2.5, '3\\', 18446744073709551617], '4': {'b': '"5', 'c': [600.0, [], True]}, 'd': -18446744073709551618}"#,
        );
    }
}
