//! A format specification, taken apart.

use super::LONGEST;
use crate::error::Error;
use crate::repr::repr;

/// Where a text stands in its width.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Align {
    Left,
    Right,
    Center,
    /// The fill stands between sign and digits.
    BehindSign,
}

/// `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`
pub(super) struct Spec {
    pub(super) fill: char,
    pub(super) align: Option<Align>,
    /// `+`, `-` or a space.
    pub(super) sign: Option<char>,
    /// `z`: what is rounded to zero has no sign.
    pub(super) positive_zero: bool,
    pub(super) alternate: bool,
    /// A zero before the width: fills with zeros, of numbers behind the sign.
    pub(super) zero: bool,
    pub(super) width: usize,
    /// `,` or `_`
    pub(super) grouping: Option<char>,
    pub(super) precision: Option<usize>,
    pub(super) ty: Option<char>,
}

impl Spec {
    /// Takes a specification apart; `by_default` is the type of values of the class.
    pub(super) fn read(text: &str, class: &str, by_default: Option<char>) -> Result<Self, Error> {
        let mut rest = Rest(text);
        let (fill, align) = rest.alignment();
        let sign = rest.one_of(&['+', '-', ' ']);
        let positive_zero = rest.one_of(&['z']).is_some();
        let alternate = rest.one_of(&['#']).is_some();
        let zero = fill.is_none() && rest.one_of(&['0']).is_some();
        let width = rest.number()?.unwrap_or(0);
        let grouping = rest.one_of(&[',', '_']);
        if let Some(second) = grouping.and_then(|_| rest.one_of(&[',', '_'])) {
            return Err(Error::value_error(match grouping == Some(second) {
                true => format!("Cannot specify '{second}' with '{second}'."),
                false => "Cannot specify both ',' and '_'.".to_owned(),
            }));
        }
        let precision = match rest.one_of(&['.']) {
            Some(_) => Some(rest.number()?.ok_or_else(|| Error::value_error("Format specifier missing precision"))?),
            None => None,
        };
        let ty = rest.0.chars().next();
        if rest.0.chars().nth(1).is_some() {
            let text = repr(text);
            return Err(Error::value_error(format!("Invalid format specifier {text} for object of type '{class}'")));
        }
        match (grouping, ty.or(by_default)) {
            (None, _)
            | (_, None | Some('d' | 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%'))
            | (Some('_'), Some('b' | 'o' | 'x' | 'X')) => {}
            (Some(separator), Some(code)) => {
                return Err(Error::value_error(format!("Cannot specify '{separator}' with '{}'.", shown(code))));
            }
        }
        let fill = fill.unwrap_or(if zero { '0' } else { ' ' });
        Ok(Self { fill, align, sign, positive_zero, alternate, zero, width, grouping, precision, ty })
    }

    /// The text in its width, with `sign` before it.
    pub(super) fn padded(&self, sign: &str, text: &str, by_default: Align) -> Result<String, Error> {
        let missing = self.width.saturating_sub(sign.chars().count() + text.chars().count());
        let align = self.align.unwrap_or(by_default);
        if missing.checked_mul(self.fill.len_utf8()).is_none_or(|bytes| bytes > LONGEST) {
            return Err(Error::memory_error(""));
        }
        let fill = |count: usize| self.fill.to_string().repeat(count);
        Ok(match align {
            Align::Left => format!("{sign}{text}{}", fill(missing)),
            Align::Right => format!("{}{sign}{text}", fill(missing)),
            Align::Center => format!("{}{sign}{text}{}", fill(missing / 2), fill(missing - missing / 2)),
            Align::BehindSign => format!("{sign}{}{text}", fill(missing)),
        })
    }
}

#[cold]
pub(super) fn unknown_code(code: char, class: &str) -> Error {
    Error::value_error(format!("Unknown format code '{}' for object of type '{class}'", shown(code)))
}

fn shown(code: char) -> String {
    match code {
        '!'..='~' => code.to_string(),
        code => format!("\\x{:x}", u32::from(code)),
    }
}

/// What is left to be read.
struct Rest<'a>(&'a str);

impl Rest<'_> {
    fn one_of(&mut self, wanted: &[char]) -> Option<char> {
        let first = self.0.chars().next().filter(|first| wanted.contains(first))?;
        self.0 = self.0.strip_prefix(first)?;
        Some(first)
    }

    /// The fill, if one is given, and the alignment.
    fn alignment(&mut self) -> (Option<char>, Option<Align>) {
        let mut chars = self.0.chars();
        let (first, second) = (chars.next(), chars.next());
        if let (Some(fill), Some(align)) = (first, second.and_then(align)) {
            self.0 = chars.as_str();
            return (Some(fill), Some(align));
        }
        match first.and_then(align) {
            Some(align) => {
                let mut chars = self.0.chars();
                chars.next();
                self.0 = chars.as_str();
                (None, Some(align))
            }
            None => (None, None),
        }
    }

    fn number(&mut self) -> Result<Option<usize>, Error> {
        let end = self.0.find(|c: char| !c.is_ascii_digit()).unwrap_or(self.0.len());
        let (digits, rest) = self.0.split_at(end);
        self.0 = rest;
        match digits.is_empty() {
            true => Ok(None),
            false => digits
                .parse::<isize>()
                .ok()
                .and_then(|number| usize::try_from(number).ok())
                .map(Some)
                .ok_or_else(|| Error::value_error("Too many decimal digits in format string")),
        }
    }
}

const fn align(c: char) -> Option<Align> {
    match c {
        '<' => Some(Align::Left),
        '>' => Some(Align::Right),
        '^' => Some(Align::Center),
        '=' => Some(Align::BehindSign),
        _ => None,
    }
}
