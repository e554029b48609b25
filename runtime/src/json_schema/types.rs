//! The kinds of values that JSON has.

use crate::value::Value;

/// Kinds of values of JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Types(u8);

impl Types {
    pub(super) const NONE: Self = Self(0);
    pub(super) const NULL: Self = Self(1);
    pub(super) const BOOL: Self = Self(1 << 1);
    /// Numbers without a fraction, however they are written.
    pub(super) const INT: Self = Self(1 << 2);
    pub(super) const NUMBER: Self = Self(1 << 3 | Self::INT.0);
    pub(super) const STR: Self = Self(1 << 4);
    pub(super) const LIST: Self = Self(1 << 5);
    pub(super) const DICT: Self = Self(1 << 6);
    /// Those too that JSON does not have.
    pub(super) const ANY: Self = Self(u8::MAX);
    const FRACTION: Self = Self(1 << 3);
    /// What JSON does not have.
    const OTHER: Self = Self(1 << 7);

    /// As JSON Schema calls them, and as both halves do.
    pub(super) const NAMES: [(&'static str, Self, &'static str); 7] = [
        ("boolean", Self::BOOL, "bool"),
        ("integer", Self::INT, "int"),
        ("number", Self::NUMBER, "float"),
        ("string", Self::STR, "str"),
        ("array", Self::LIST, "list"),
        ("object", Self::DICT, "dict"),
        ("null", Self::NULL, "None"),
    ];

    /// The kind of a value.
    pub(super) fn of(value: &Value) -> Self {
        match value {
            Value::None => Self::NULL,
            Value::True | Value::False => Self::BOOL,
            Value::Int(_) | Value::Wide(_) => Self::INT,
            Value::Float(float) if float.get().trunc() == float.get() && float.get().is_finite() => Self::INT,
            Value::Float(float) if float.get().is_finite() => Self::FRACTION,
            Value::Str(_) => Self::STR,
            Value::List(_) | Value::Tuple(_) => Self::LIST,
            Value::Dict(_) => Self::DICT,
            _ => Self::OTHER,
        }
    }

    /// Those of both.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// These without those.
    pub(super) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Are all of those among these?
    pub(super) const fn takes(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// As a fault names them: `str | None`.
    pub(super) fn names(self) -> String {
        let is_named = |(_, ty, _): &&(_, Self, _)| self.takes(*ty) && !(*ty == Self::INT && self.takes(Self::NUMBER));
        let names: Vec<&str> = Self::NAMES.iter().filter(is_named).map(|(.., name)| *name).collect();
        names.join(" | ")
    }
}

/// Any value.
impl Default for Types {
    fn default() -> Self {
        Self::ANY
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_have_the_names_of_both_halves() {
        assert_eq!(Types::STR.and(Types::NULL).names(), "str | None");
        assert_eq!(Types::NUMBER.and(Types::INT).names(), "float");
        assert_eq!(Types::INT.and(Types::BOOL).names(), "bool | int");
    }

    #[test]
    fn a_number_without_a_fraction_is_an_integer() {
        for value in [Value::from(1), 1.0.into(), (-0.0).into(), 1e300.into(), i128::MAX.into()] {
            assert!(Types::INT.takes(Types::of(&value)) && Types::NUMBER.takes(Types::of(&value)), "{value}");
        }
        assert!(!Types::INT.takes(Types::of(&0.5.into())) && Types::NUMBER.takes(Types::of(&0.5.into())));
        for value in [Value::from(f64::NAN), f64::INFINITY.into(), crate::value::Set::new().into()] {
            let kind = Types::of(&value);
            assert!(Types::ANY.takes(kind) && !Types::NUMBER.takes(kind) && !Types::LIST.takes(kind), "{value}");
        }
    }
}
