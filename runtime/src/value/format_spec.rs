//! Python's `format(value, spec)`: the mini-language of format specifications.
//!
//! Source: The Python Standard Library, `string`, "Format Specification Mini-Language"; texts of CPython's
//! `Python/formatter_unicode.c`.

mod number;
mod spec;

use spec::{Align, Spec};

use super::{Number, Value};
use crate::error::Error;
use crate::instance;

/// So long a formatted text may be: what is longer is a `MemoryError`.
const LONGEST: usize = 1 << 30;

impl Value {
    /// Python's `format(value, spec)`: width, alignment, sign, grouping, precision and type of texts and numbers.
    ///
    /// ```
    /// use metaclass::Value;
    ///
    /// assert_eq!(Value::from(1234.5).format(",.2f")?, "1,234.50");
    /// assert_eq!(Value::from(255).format("#06x")?, "0x00ff");
    /// assert_eq!(Value::from("ab").format("*^6")?, "**ab**");
    /// let error = Value::from("ab").format("d").unwrap_err();
    /// assert_eq!(error.to_string(), "Unknown format code 'd' for object of type 'str'");
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    ///
    /// # Errors
    /// A `ValueError` if the specification is none, or has no meaning for the value; a `TypeError` if the value has only
    /// the empty one.
    pub fn format(&self, spec: &str) -> Result<String, Error> {
        if let Some(formatted) = instance::format(self, spec) {
            return formatted;
        }
        let class = self.type_name();
        match (self, self.numeric()) {
            _ if spec.is_empty() => Ok(self.to_string()),
            (Self::Str(text), _) => of_text(text, &Spec::read(spec, class, Some('s'))?, class),
            (_, Some(number)) => number::format(number, &Spec::read(spec, class, None)?, class),
            _ => Err(Error::type_error(format!("unsupported format string passed to {class}.__format__"))),
        }
    }
}

fn of_text(text: &str, spec: &Spec, class: &str) -> Result<String, Error> {
    match spec.ty {
        None | Some('s') => {}
        Some(code) => return Err(spec::unknown_code(code, class)),
    }
    if let Some(sign) = spec.sign {
        let what = if sign == ' ' { "Space" } else { "Sign" };
        return Err(Error::value_error(format!("{what} not allowed in string format specifier")));
    }
    if spec.positive_zero {
        return Err(Error::value_error("Negative zero coercion (z) not allowed in string format specifier"));
    }
    if spec.alternate {
        return Err(Error::value_error("Alternate form (#) not allowed in string format specifier"));
    }
    if spec.align == Some(Align::BehindSign) {
        return Err(Error::value_error("'=' alignment not allowed in string format specifier"));
    }
    let cut: String = text.chars().take(spec.precision.unwrap_or(usize::MAX)).collect();
    spec.padded("", &cut, Align::Left)
}
