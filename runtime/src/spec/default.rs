//! Defaults and the literals that a description can hold.

use std::fmt;
use std::sync::Arc;

use super::{Ref, Text};
use crate::error::Error;
use crate::repr::repr;
use crate::value::Value;

/// What a field has when the caller gives nothing.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum DefaultSpec {
    /// Nothing: the argument is required.
    Required,
    /// A literal.
    Value(Literal),
    /// What is made anew at each call.
    Factory {
        /// The expression as written.
        text: Text,
        /// What makes it.
        make: Make,
    },
}

impl DefaultSpec {
    /// An expression, of which no more than its text is known.
    #[must_use]
    pub const fn factory(text: Text) -> Self {
        Self::Factory { text, make: Make(Maker::Unknown) }
    }

    /// A value: what is no literal is made anew at each call.
    #[must_use]
    pub fn of(value: Value) -> Self {
        match Literal::of(&value) {
            Some(literal) => Self::Value(literal),
            None => Self::made(value),
        }
    }

    /// A value that is no literal.
    #[must_use]
    pub fn made(value: Value) -> Self {
        Self::Factory { text: Text::from(value.repr().to_string()), make: Make(Maker::Made(Arc::new(value))) }
    }

    /// What a function of a compiled class makes: the expression as written, unless that reads other fields.
    #[doc(hidden)]
    #[must_use]
    pub const fn compiled(text: &'static str, make: fn() -> Option<Value>) -> Self {
        Self::Factory { text: Text::new(text), make: Make(Maker::Compiled(make)) }
    }

    /// What a function makes.
    pub(crate) fn made_by(make: impl Fn() -> Result<Value, Error> + Send + Sync + 'static) -> Self {
        Self::Factory { text: Text::new("<factory>"), make: Make(Maker::Factory(Arc::new(make))) }
    }

    /// Must the caller give the argument?
    #[must_use]
    pub const fn is_required(&self) -> bool {
        matches!(self, Self::Required)
    }

    /// The literal, if it is one.
    #[must_use]
    pub const fn literal(&self) -> Option<&Literal> {
        match self {
            Self::Value(literal) => Some(literal),
            Self::Required | Self::Factory { .. } => None,
        }
    }

    /// The value, made anew; `None` if there is none, if only its text is known, or if its factory fails.
    ///
    /// ```
    /// use metaclass::{Field, Value};
    ///
    /// let tags = Field::list(Field::str()).default(vec!["new"]).build("tags")?;
    /// assert_eq!(tags.default().value(), Some(vec!["new"].into()));
    /// assert_eq!(Field::str().build("name")?.default().value(), None);
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    #[must_use]
    pub fn value(&self) -> Option<Value> {
        self.make().ok().flatten()
    }

    /// The same for those who tell why a factory fails.
    pub(crate) fn make(&self) -> Result<Option<Value>, Error> {
        match self {
            Self::Factory { make: Make(Maker::Compiled(make)), .. } => Ok(make()),
            Self::Factory { make: Make(Maker::Factory(make)), .. } => make().map(Some),
            _ => Ok(self.constant()),
        }
    }

    /// The value, if it is the same each time: Python's `default`, and not `default_factory`.
    pub(crate) fn constant(&self) -> Option<Value> {
        match self {
            Self::Value(literal) => Some(literal.into()),
            Self::Factory { make: Make(Maker::Made(value)), .. } => Some(Value::clone(value)),
            Self::Required | Self::Factory { .. } => None,
        }
    }

    /// Is it made anew each time: Python's `default_factory`?
    ///
    /// ```
    /// use metaclass::Field;
    ///
    /// let tags = Field::list(Field::str());
    /// assert!(tags.clone().default_factory(|| Ok(vec!["new"])).build("tags")?.default().is_factory());
    /// assert!(!tags.default(vec!["new"]).build("tags")?.default().is_factory());
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    #[must_use]
    pub fn is_factory(&self) -> bool {
        !self.is_required() && self.constant().is_none()
    }
}

/// None takes no memory.
impl From<DefaultSpec> for Ref<DefaultSpec> {
    fn from(default: DefaultSpec) -> Self {
        if default.is_required() { Self::Static(&DefaultSpec::Required) } else { Self::shared(default) }
    }
}

/// What makes a default; all are equal, since functions cannot be compared.
#[derive(Clone)]
pub struct Make(Maker);

#[derive(Clone)]
enum Maker {
    Unknown,
    Compiled(fn() -> Option<Value>),
    Made(Arc<Value>),
    Factory(Arc<dyn Fn() -> Result<Value, Error> + Send + Sync>),
}

impl PartialEq for Make {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl fmt::Debug for Make {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Make")
    }
}

/// The default as it stands in a signature; nothing if there is none.
impl fmt::Display for DefaultSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Required => Ok(()),
            Self::Value(literal) => literal.fmt(f),
            Self::Factory { text, .. } => text.fmt(f),
        }
    }
}

/// A value that can be written into a description: a default, metadata.
///
/// `Display` gives Python's repr.
///
/// ```
/// use metaclass::spec::{Literal, Text};
///
/// assert_eq!(Literal::Bool(true).to_string(), "True");
/// assert_eq!(Literal::Str(Text::new("it's")).to_string(), r#""it's""#);
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Literal {
    /// `None`.
    None,
    /// `True` or `False`.
    Bool(bool),
    /// An integer.
    Int(i128),
    /// A float; two of them are equal when their bits are.
    Float(f64),
    /// Text.
    Str(Text),
}

impl Literal {
    /// The value as it can stand in a description.
    pub(crate) fn of(value: &Value) -> Option<Self> {
        match value {
            Value::None => Some(Self::None),
            Value::False => Some(Self::Bool(false)),
            Value::True => Some(Self::Bool(true)),
            Value::Int(value) => Some(Self::Int((*value).into())),
            Value::Wide(value) => Some(Self::Int(value.get())),
            Value::Float(value) => Some(Self::Float(value.get())),
            Value::Str(text) => Some(Self::Str(text.clone().into())),
            _ => None,
        }
    }
}

impl PartialEq for Literal {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::None, Self::None) => true,
            (Self::Bool(a), Self::Bool(b)) => a == b,
            (Self::Int(a), Self::Int(b)) => a == b,
            (Self::Float(a), Self::Float(b)) => a.to_bits() == b.to_bits(),
            (Self::Str(a), Self::Str(b)) => a == b,
            _ => false,
        }
    }
}

impl Eq for Literal {}

impl fmt::Display for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("None"),
            Self::Bool(value) => repr(value).fmt(f),
            Self::Int(value) => value.fmt(f),
            Self::Float(value) => repr(value).fmt(f),
            Self::Str(value) => repr(&**value).fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_print_as_python_does() {
        let texts = [
            (Literal::None, "None"),
            (Literal::Bool(false), "False"),
            (Literal::Int(-3), "-3"),
            (Literal::Float(1e16), "1e+16"),
            (Literal::Str(Text::new("a\n")), r"'a\n'"),
        ];
        for (literal, text) in texts {
            assert_eq!(literal.to_string(), text);
            assert_eq!(DefaultSpec::Value(literal).to_string(), text);
        }
        assert_eq!(DefaultSpec::factory(Text::new("vec![]")).to_string(), "vec![]");
        assert_eq!(DefaultSpec::Required.to_string(), "");
    }

    #[test]
    fn a_nan_equals_itself_and_no_kind_equals_another() {
        assert_eq!(Literal::Float(f64::NAN), Literal::Float(f64::NAN));
        assert_ne!(Literal::Float(0.0), Literal::Float(-0.0));
        assert_ne!(Literal::Int(1), Literal::Bool(true));
        assert_ne!(Literal::Int(1), Literal::Float(1.0));
    }
}
