//! `transform(..)`: what is done to a value before the rules look at it.

use std::fmt;
use std::sync::Arc;

use super::rules::function_name;
use crate::spec::Text;
use crate::value::Value;

/// A change of a value before the rules look at it, in the order in which they are written.
///
/// Text alone is trimmed, lowercased and uppercased; anything else is left as it is.
///
/// ```
/// use metaclass::validate::Transform;
///
/// assert_eq!(Transform::Trim.apply(" a ".into()), "a".into());
/// assert_eq!(Transform::Uppercase.apply("ß".into()), "SS".into());
/// assert_eq!(Transform::Lowercase.apply(1.into()), 1.into());
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Transform {
    /// White space (Unicode `White_Space`) is taken off both ends.
    Trim,
    /// Unicode lowercase.
    Lowercase,
    /// Unicode uppercase.
    Uppercase,
    /// A function of the user's.
    With(With),
}

/// A function of the user's; equal to another of the same name.
#[derive(Clone)]
pub struct With {
    name: Text,
    call: Call,
}

#[derive(Clone)]
enum Call {
    Compiled(fn(Value) -> Value),
    Made(Arc<dyn Fn(Value) -> Value + Send + Sync>),
}

impl Transform {
    /// What this function makes of the value.
    pub fn with(function: impl Fn(Value) -> Value + Send + Sync + 'static) -> Self {
        let name = Text::new(function_name(std::any::type_name_of_val(&function)));
        Self::With(With { name, call: Call::Made(Arc::new(function)) })
    }

    /// A function of a compiled class.
    #[doc(hidden)]
    #[must_use]
    pub const fn compiled(name: &'static str, call: fn(Value) -> Value) -> Self {
        Self::With(With { name: Text::new(name), call: Call::Compiled(call) })
    }

    /// The changed value; `None` stays as it is.
    #[must_use]
    pub fn apply(&self, value: Value) -> Value {
        match (self, value.as_str()) {
            (Self::With(_), _) if value.is_none() => value,
            (Self::With(with), _) => match &with.call {
                Call::Compiled(call) => call(value),
                Call::Made(call) => call(value),
            },
            (Self::Trim, Some(text)) => text.trim().into(),
            (Self::Lowercase, Some(text)) => text.to_lowercase().into(),
            (Self::Uppercase, Some(text)) => text.to_uppercase().into(),
            (_, None) => value,
        }
    }
}

/// As it is written in `transform(..)`; `with` for any function of the user's.
impl fmt::Display for Transform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Trim => "trim",
            Self::Lowercase => "lowercase",
            Self::Uppercase => "uppercase",
            Self::With(_) => "with",
        })
    }
}

#[cfg(feature = "json")]
impl Transform {
    /// The transform of this name; none for a function of the user's.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        [Self::Trim, Self::Lowercase, Self::Uppercase].into_iter().find(|transform| transform.to_string() == name)
    }
}

impl PartialEq for With {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl fmt::Debug for With {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("With").field(&self.name).finish()
    }
}

/// Text that a compiled class changes in place.
pub trait TransformText: Sized {
    /// The text changed by this function, if there is any.
    #[must_use]
    fn map_text(self, change: impl Fn(&str) -> String) -> Self;
}

macro_rules! texts {
    ($($type:ty)*) => {$(
        impl TransformText for $type {
            fn map_text(self, change: impl Fn(&str) -> String) -> Self {
                change(&self).into()
            }
        }
    )*};
}

texts! { String Box<str> Arc<str> std::rc::Rc<str> std::borrow::Cow<'_, str> }

impl<T: TransformText> TransformText for Option<T> {
    fn map_text(self, change: impl Fn(&str) -> String) -> Self {
        self.map(|text| text.map_text(change))
    }
}

/// Takes white space off both ends.
pub fn trim<T: TransformText>(value: T) -> T {
    value.map_text(|text| text.trim().to_owned())
}

/// Makes text lowercase.
pub fn lowercase<T: TransformText>(value: T) -> T {
    value.map_text(str::to_lowercase)
}

/// Makes text uppercase.
pub fn uppercase<T: TransformText>(value: T) -> T {
    value.map_text(str::to_uppercase)
}
