//! The six comparisons.

use super::Value;
use super::compare::compare;
use crate::error::Error;
use crate::instance::{self, is_instance};

/// A comparison of two values.
///
/// ```
/// use metaclass::value::Comparison;
///
/// assert!(Comparison::Le.holds(&1.into(), &1.5.into())?);
/// let error = Comparison::Ge.holds(&1.into(), &"a".into()).unwrap_err();
/// assert_eq!(error.to_string(), "'>=' not supported between instances of 'int' and 'str'");
/// # Ok::<(), metaclass::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// `==`
    Eq,
    /// `!=`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

impl Comparison {
    /// All comparisons.
    pub const ALL: &'static [Self] = &[Self::Eq, Self::Ne, Self::Lt, Self::Le, Self::Gt, Self::Ge];

    /// How it is written.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Eq => "==",
            Self::Ne => "!=",
            Self::Lt => "<",
            Self::Le => "<=",
            Self::Gt => ">",
            Self::Ge => ">=",
        }
    }

    /// The method of a class that it calls: `__lt__`.
    #[must_use]
    pub const fn method(self) -> &'static str {
        match self {
            Self::Eq => "__eq__",
            Self::Ne => "__ne__",
            Self::Lt => "__lt__",
            Self::Le => "__le__",
            Self::Gt => "__gt__",
            Self::Ge => "__ge__",
        }
    }

    /// The comparison that holds for `b` and `a` where this one holds for `a` and `b`.
    #[must_use]
    pub const fn reflected(self) -> Self {
        match self {
            Self::Lt => Self::Gt,
            Self::Le => Self::Ge,
            Self::Gt => Self::Lt,
            Self::Ge => Self::Le,
            same => same,
        }
    }

    /// Is it `==` or `!=`, which hold or do not hold for any two values?
    pub(crate) const fn is_equality(self) -> bool {
        matches!(self, Self::Eq | Self::Ne)
    }

    /// The comparison that is written so.
    #[must_use]
    pub fn by_symbol(symbol: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|comparison| comparison.symbol() == symbol)
    }

    /// Does it hold? What has no order, such as a NaN and another number, is neither less nor greater nor equal.
    ///
    /// # Errors
    /// A `TypeError` if Python has no order for the two.
    pub fn holds(self, a: &Value, b: &Value) -> Result<bool, Error> {
        if is_instance(a) || is_instance(b) {
            return instance::holds(self, a, b);
        }
        match self {
            Self::Eq => Ok(a == b),
            Self::Ne => Ok(a != b),
            _ => Ok(compare(self, a, b)?.is_some_and(|order| match self {
                Self::Lt => order.is_lt(),
                Self::Le => order.is_le(),
                Self::Gt => order.is_gt(),
                _ => order.is_ge(),
            })),
        }
    }

    /// Python has no order for the two.
    #[cold]
    pub(crate) fn unordered(self, a: &Value, b: &Value) -> Error {
        let (symbol, a, b) = (self.symbol(), a.type_name(), b.type_name());
        Error::type_error(format!("'{symbol}' not supported between instances of '{a}' and '{b}'"))
    }
}
