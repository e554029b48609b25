//! Floats as CPython writes them: the shortest digits that read back, an exponent below `1e-4` and from `1e16` on.
//!
//! Rust's `{:e}` gives the same digits but for ties; the layout differs (`float_repr_style` "short", `Python/pystrtod.c`).

use std::fmt::{self, Write as _};

/// The least exponent written as plain digits.
const MIN_PLAIN: i32 = -4;
/// The least exponent that is written as such again.
const MIN_EXPONENT: i32 = 16;

/// Writes a float from the text of its `{:e}`.
pub(crate) fn write_float(f: &mut fmt::Formatter<'_>, value: impl fmt::LowerExp) -> fmt::Result {
    let mut text = Buffer::default();
    write!(text, "{value:e}")?;
    if let Some(nearest) = nearest(&value, text.as_str()) {
        text = nearest;
    }
    let text = text.as_str();
    let (sign, unsigned) = match text.strip_prefix('-') {
        Some(unsigned) => ("-", unsigned),
        None => ("", text),
    };
    let Some((mantissa, exponent)) = unsigned.split_once('e') else {
        // Neither a NaN nor an infinity has an exponent; Python shows no sign of a NaN.
        return f.write_str(match (unsigned, sign) {
            ("inf", "") => "inf",
            ("inf", _) => "-inf",
            _ => "nan",
        });
    };
    let exponent: i32 = exponent.parse().map_err(|_| fmt::Error)?;
    f.write_str(sign)?;
    if (MIN_PLAIN..MIN_EXPONENT).contains(&exponent) {
        write_plain(f, mantissa, exponent)
    } else {
        let sign = if exponent < 0 { '-' } else { '+' };
        write!(f, "{mantissa}e{sign}{:02}", exponent.unsigned_abs())
    }
}

/// So many digits at least has a float that lies in the middle between two of its shortest texts.
const TIE_DIGITS: usize = 15;

/// The text with as many digits that is nearest to the float, the even one of two: where `{:e}` may have either.
fn nearest(value: &impl fmt::LowerExp, text: &str) -> Option<Buffer> {
    let digits = text.split('e').next()?.bytes().filter(u8::is_ascii_digit).count();
    if digits < TIE_DIGITS {
        return None;
    }
    let mut exact = Buffer::default();
    write!(exact, "{value:.*e}", digits - 1).ok()?;
    // Both must be read as the same float.
    let reads_back = exact.as_str().parse::<f64>().ok()? == text.parse::<f64>().ok()?;
    reads_back.then_some(exact)
}

/// Writes the digits `d.ddd` with the point moved by `exponent`, and at least one digit behind it.
fn write_plain(f: &mut fmt::Formatter<'_>, mantissa: &str, exponent: i32) -> fmt::Result {
    let digits = mantissa.chars().filter(|c| *c != '.');
    if exponent < 0 {
        f.write_str("0.")?;
        for _ in 1..-exponent {
            f.write_char('0')?;
        }
        return digits.into_iter().try_for_each(|digit| f.write_char(digit));
    }
    let whole = exponent.unsigned_abs() as usize + 1;
    let mut digits = digits.chain(std::iter::repeat('0'));
    let behind = mantissa.len().saturating_sub(1 + whole).max(1);
    digits.by_ref().take(whole).try_for_each(|digit| f.write_char(digit))?;
    f.write_char('.')?;
    digits.take(behind).try_for_each(|digit| f.write_char(digit))
}

/// Room for the longest float: a sign, 17 digits, a point, an exponent.
#[derive(Default)]
struct Buffer {
    bytes: [u8; 32],
    len: usize,
}

impl Buffer {
    fn as_str(&self) -> &str {
        self.bytes.get(..self.len).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

impl fmt::Write for Buffer {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.len + text.len();
        self.bytes.get_mut(self.len..end).ok_or(fmt::Error)?.copy_from_slice(text.as_bytes());
        self.len = end;
        Ok(())
    }
}

#[cfg(test)]
#[allow(clippy::unreadable_literal, reason = "as they are printed")]
mod tests {
    use crate::repr::repr;

    #[test]
    fn floats_are_laid_out_as_in_python() {
        let cases = [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (1.0, "1.0"),
            (-2.5, "-2.5"),
            (0.1, "0.1"),
            (100.0, "100.0"),
            (123.456, "123.456"),
            (1234567890.5, "1234567890.5"),
            (0.0001, "0.0001"),
            (0.00012345, "0.00012345"),
            (0.00001, "1e-05"),
            (0.000012345, "1.2345e-05"),
            (1e15, "1000000000000000.0"),
            (9007199254740993.0, "9007199254740992.0"),
            (3602879701896397.0 / 4.0, "900719925474099.2"),
            (3602879701896399.0 / 4.0, "900719925474099.8"),
            (1e16, "1e+16"),
            (1.5e16, "1.5e+16"),
            (1e22, "1e+22"),
            (1e100, "1e+100"),
            (f64::MAX, "1.7976931348623157e+308"),
            (f64::MIN_POSITIVE, "2.2250738585072014e-308"),
            (5e-324, "5e-324"),
            (f64::NAN, "nan"),
            (-f64::NAN, "nan"),
            (f64::INFINITY, "inf"),
            (f64::NEG_INFINITY, "-inf"),
        ];
        for (value, text) in cases {
            assert_eq!(repr(&value).to_string(), text);
        }
    }

    #[test]
    fn a_short_float_has_its_own_digits() {
        assert_eq!(repr(&0.1_f32).to_string(), "0.1");
        assert_eq!(repr(&16_777_216_f32).to_string(), "16777216.0");
        assert_eq!(repr(&f32::MAX).to_string(), "3.4028235e+38");
    }
}
