//! A value as rules look at it: borrowed, whatever holds it.

use std::cmp::Ordering;
use std::fmt;

use crate::spec::{Literal, TypeSpec};
use crate::value::{Number, Value};

/// A value as rules look at it: a field of a compiled class, or a [`Value`].
#[derive(Clone, Copy)]
pub enum View<'a> {
    /// Nothing: rules let it pass.
    None,
    /// A truth value.
    Bool(bool),
    /// An integer.
    Int(i128),
    /// An integer that no value can hold.
    Wide(u128),
    /// A float.
    Float(f64),
    /// A float of 32 bits: the shortest decimal that reads back as it.
    Short(f32),
    /// Text.
    Str(&'a str),
    /// Text of one character, which is to be [spelled](Self::spelled) out.
    Char(char),
    /// A list, tuple or set.
    Items(&'a dyn Items),
    /// A dict, by the number of its entries.
    Entries(usize),
    /// What no rule looks into.
    Other,
}

/// Items as rules look at them.
pub trait Items {
    /// How many there are.
    fn count(&self) -> usize;

    /// The position of the first that stood before.
    fn repeated(&self) -> Option<usize>;
}

impl<'a> View<'a> {
    /// A value made at run time.
    #[inline]
    #[must_use]
    pub fn of(value: &'a Value) -> Self {
        match value {
            Value::None => Self::None,
            Value::True => Self::Bool(true),
            Value::False => Self::Bool(false),
            Value::Float(float) => Self::Float(float.get()),
            Value::Str(text) => Self::Str(text),
            Value::List(items) => Self::Items(items),
            Value::Tuple(items) => Self::Items(items),
            Value::Set(members) => Self::Items(members),
            Value::Dict(entries) => Self::Entries(entries.len()),
            Value::Instance(instance) => instance.payload().map_or(Self::Other, Self::of),
            value => value.as_int().map_or(Self::Other, Self::Int),
        }
    }

    /// A character as text, written into the buffer: rules know text only.
    #[inline]
    #[must_use]
    pub const fn spelled(self, buffer: &'a mut [u8; 4]) -> Self {
        match self {
            Self::Char(c) => Self::Str(c.encode_utf8(buffer)),
            view => view,
        }
    }

    /// Is there nothing?
    #[inline]
    #[must_use]
    pub const fn is_none(self) -> bool {
        matches!(self, Self::None)
    }

    /// The text, if it is one.
    #[inline]
    #[must_use]
    pub const fn as_str(self) -> Option<&'a str> {
        match self {
            Self::Str(text) => Some(text),
            _ => None,
        }
    }

    /// The number, if it is one that a value can hold; a truth value is none.
    #[inline]
    #[must_use]
    pub fn as_number(self) -> Option<Number> {
        match self {
            Self::Int(value) => Some(Number::Int(value)),
            Self::Float(value) => Some(Number::Float(value)),
            Self::Short(value) => Some(value.into()),
            _ => None,
        }
    }

    /// The order of the number, if it is one, and another; `None` within if one is a NaN.
    #[inline(never)]
    #[must_use]
    pub fn order(self, other: Number) -> Option<Option<Ordering>> {
        match self {
            Self::Short(value) => Some(order_of_short(value, other)),
            Self::Wide(value) => Some(order_of_wide(value, other)),
            view => view.as_number().map(|number| number.order(other)),
        }
    }

    /// The items, if there can be any.
    #[inline]
    #[must_use]
    pub const fn as_items(self) -> Option<&'a dyn Items> {
        match self {
            Self::Items(items) => Some(items),
            _ => None,
        }
    }

    /// The number of entries, if it is a dict.
    #[inline]
    #[must_use]
    pub const fn as_entries(self) -> Option<usize> {
        match self {
            Self::Entries(count) => Some(count),
            _ => None,
        }
    }

    /// Is it that value? Equality is Python's, but a truth value is no number.
    #[inline]
    #[must_use]
    pub fn is_literal(self, literal: &Literal) -> bool {
        match (self, literal) {
            (Self::None, Literal::None) => true,
            (Self::Bool(a), Literal::Bool(b)) => a == *b,
            (Self::Str(a), Literal::Str(b)) => *a == **b,
            (Self::Int(a), Literal::Int(b)) => a == *b,
            (Self::Int(a), Literal::Float(b)) => Number::Int(a).order(Number::Float(*b)).is_some_and(Ordering::is_eq),
            (Self::Float(a), Literal::Int(b)) => Number::Float(a).order(Number::Int(*b)).is_some_and(Ordering::is_eq),
            (Self::Float(a), Literal::Float(b)) => a == *b,
            (Self::Short(_), Literal::Int(b)) => self.order(Number::Int(*b)).flatten().is_some_and(Ordering::is_eq),
            (Self::Short(_) | Self::Wide(_), Literal::Float(b)) => {
                self.order(Number::Float(*b)).flatten().is_some_and(Ordering::is_eq)
            }
            _ => false,
        }
    }

    /// Are both the same scalar? `None` where that cannot be told from outside.
    pub(crate) fn same(self, other: Self) -> Option<bool> {
        match (self, other) {
            (Self::None, Self::None) => Some(true),
            (Self::Bool(a), Self::Bool(b)) => Some(a == b),
            (Self::Int(a), Self::Int(b)) => Some(a == b),
            (Self::Wide(a), Self::Wide(b)) => Some(a == b),
            (Self::Int(_), Self::Wide(_)) | (Self::Wide(_), Self::Int(_)) => Some(false),
            (Self::Float(a), Self::Float(b)) => Some(a == b),
            (Self::Short(a), Self::Short(b)) => Some(a == b),
            (Self::Str(a), Self::Str(b)) => Some(a == b),
            (Self::Char(a), Self::Char(b)) => Some(a == b),
            (Self::None, other) | (other, Self::None) => other.is_scalar().then_some(false),
            _ => None,
        }
    }

    const fn is_scalar(self) -> bool {
        matches!(self, Self::Bool(_) | Self::Int(_) | Self::Wide(_) | Self::Float(_) | Self::Short(_) | Self::Str(_))
    }

    /// A scalar as it is told in a fault.
    pub(crate) fn to_value(self) -> Value {
        match self {
            Self::Bool(value) => value.into(),
            Self::Int(value) => value.into(),
            // No value can hold it but as text.
            Self::Wide(value) => value.to_string().into(),
            Self::Float(value) => value.into(),
            Self::Short(value) => value.into(),
            Self::Str(text) => text.into(),
            Self::Char(c) => c.into(),
            Self::None | Self::Items(_) | Self::Entries(_) | Self::Other => Value::None,
        }
    }
}

/// The order of the shortest decimal of a float of 32 bits and a number.
fn order_of_short(value: f32, other: Number) -> Option<Ordering> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "rounded as the decimal would be")]
    let near = match other {
        Number::Int(other) => other as f32,
        Number::Float(other) => other as f32,
    };
    // Rounding changes no order; only what becomes equal has to be looked at with all its digits.
    match value.partial_cmp(&near) {
        Some(Ordering::Equal) => Number::from(value).order(other),
        order => order,
    }
}

/// The order of an integer that no value can hold and a number.
fn order_of_wide(value: u128, other: Number) -> Option<Ordering> {
    /// 2 to the 127, below which all others are.
    const LEAST: f64 = 170_141_183_460_469_231_731_687_303_715_884_105_728.0;
    match other {
        Number::Int(_) => Some(Ordering::Greater),
        Number::Float(other) if other >= 2.0 * LEAST => Some(Ordering::Less),
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and within the limits")]
        Number::Float(other) if other >= LEAST => Some(value.cmp(&(other as u128))),
        Number::Float(other) => (!other.is_nan()).then_some(Ordering::Greater),
    }
}

impl fmt::Debug for View<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Items(items) => write!(f, "{} items", items.count()),
            Self::Entries(count) => write!(f, "{count} entries"),
            Self::Other => f.write_str("object"),
            scalar => scalar.to_value().repr().fmt(f),
        }
    }
}

/// Types that a rule has a meaning for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fit(u8);

impl Fit {
    /// Text.
    pub const STR: Self = Self(1);
    /// Integers and floats.
    pub const NUMBER: Self = Self(1 << 1);
    /// Lists and sets.
    pub const ITEMS: Self = Self(1 << 2);
    /// Dicts.
    pub const DICT: Self = Self(1 << 3);
    /// Truth values.
    pub const BOOL: Self = Self(1 << 4);
    /// Types that literals are written of.
    pub const LITERAL: Self = Self::STR.or(Self::NUMBER).or(Self::BOOL);
    /// What only Rust knows, tuples, bytes, classes.
    pub const OTHER: Self = Self(1 << 5);
    /// Every type.
    pub const ANY: Self = Self(u8::MAX);

    /// These and those.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The kind of a type; `Option` is looked through.
    #[must_use]
    pub const fn of(ty: &TypeSpec) -> Self {
        let mut ty = ty;
        loop {
            return match ty {
                TypeSpec::Option(crate::spec::Ref::Static(inner)) => {
                    ty = inner;
                    continue;
                }
                TypeSpec::Any => Self::ANY,
                TypeSpec::Str => Self::STR,
                TypeSpec::Int { .. } | TypeSpec::Float => Self::NUMBER,
                TypeSpec::List(_) | TypeSpec::Set(_) => Self::ITEMS,
                TypeSpec::Dict(..) => Self::DICT,
                TypeSpec::Bool => Self::BOOL,
                _ => Self::OTHER,
            };
        }
    }

    /// Is the type one of these?
    #[must_use]
    pub fn fits(self, ty: &TypeSpec) -> bool {
        match ty {
            TypeSpec::Option(inner) => self.fits(inner),
            ty => self.meets(Self::of(ty)),
        }
    }

    /// Has it anything in common with those?
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{Ref, Text};

    #[test]
    fn a_value_is_seen_as_what_it_is() {
        assert!(View::of(&Value::None).is_none());
        assert_eq!(View::of(&"a".into()).as_str(), Some("a"));
        assert_eq!(View::of(&1.into()).as_number(), Some(Number::Int(1)));
        assert_eq!(View::of(&0.5.into()).as_number(), Some(Number::Float(0.5)));
        assert_eq!(View::of(&true.into()).as_number(), None);
        assert_eq!(
            View::of(&vec![1, 2, 1].into()).as_items().map(|items| (items.count(), items.repeated())),
            Some((3, Some(2)))
        );
        assert_eq!(View::of(&crate::value::Dict::from([("a", 1)]).into()).as_entries(), Some(1));
    }

    #[test]
    fn a_character_is_spelled_as_text() {
        assert_eq!(View::Char('é').spelled(&mut [0; 4]).as_str(), Some("é"));
        assert_eq!(View::Str("ab").spelled(&mut [0; 4]).as_str(), Some("ab"));
        assert_eq!(
            (View::Char('a').same(View::Char('a')), format!("{:?}", View::Char('a'))),
            (Some(true), "'a'".into())
        );
    }

    #[test]
    fn a_truth_value_is_no_number() {
        assert!(View::Int(1).is_literal(&Literal::Int(1)) && View::Float(1.0).is_literal(&Literal::Int(1)));
        assert!(!View::Bool(true).is_literal(&Literal::Int(1)) && !View::Int(1).is_literal(&Literal::Bool(true)));
        assert!(View::Str("a").is_literal(&Literal::Str(Text::new("a"))) && !View::Other.is_literal(&Literal::None));
    }

    #[test]
    fn a_short_float_is_what_is_written() {
        let order = |value: f32, other: f64| View::Short(value).order(Number::Float(other)).flatten();
        assert_eq!(order(0.1, 0.1), Some(Ordering::Equal));
        assert_eq!(order(0.1, 0.100_000_001), Some(Ordering::Less));
        assert_eq!(order(0.1, 0.2), Some(Ordering::Less));
        assert_eq!(order(f32::INFINITY, 1e300), Some(Ordering::Greater));
        assert_eq!(order(f32::NAN, 0.0), None);
        assert_eq!(View::Short(16_777_216.0).order(Number::Int(16_777_217)).flatten(), Some(Ordering::Less));
        assert!(View::Short(0.1).is_literal(&Literal::Float(0.1)) && View::Short(2.0).is_literal(&Literal::Int(2)));
        assert!(!View::Short(0.1).is_literal(&Literal::Float(f64::from(0.1_f32))));
    }

    #[test]
    fn an_integer_that_no_value_can_hold_has_its_order() {
        let order = |other| View::Wide(u128::MAX).order(other).flatten();
        assert_eq!(order(Number::Int(i128::MAX)), Some(Ordering::Greater));
        assert_eq!(order(Number::Float(1e38)), Some(Ordering::Greater));
        assert_eq!(order(Number::Float(2_f64.powi(128))), Some(Ordering::Less));
        assert_eq!(order(Number::Float(2e38)), Some(Ordering::Greater));
        assert_eq!(order(Number::Float(f64::NAN)), None);
        assert!(View::Wide(1 << 127).is_literal(&Literal::Float(2_f64.powi(127))));
        assert_eq!(View::Wide(1 << 127).same(View::Wide(u128::MAX)), Some(false));
    }

    #[test]
    fn types_are_kinds() {
        const OPTION: TypeSpec = TypeSpec::Option(Ref::Static(&TypeSpec::Str));
        assert!(Fit::STR.meets(Fit::of(&OPTION)) && Fit::STR.fits(&OPTION));
        assert!(Fit::STR.fits(&TypeSpec::Option(Ref::shared(TypeSpec::Str))));
        assert!(Fit::NUMBER.fits(&TypeSpec::Any) && !Fit::NUMBER.fits(&TypeSpec::Bytes));
        assert!(Fit::NUMBER.or(Fit::BOOL).fits(&TypeSpec::Bool) && Fit::ANY.fits(&TypeSpec::None));
    }
}
