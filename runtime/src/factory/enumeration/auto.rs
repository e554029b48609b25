//! What stands in the body of an enumeration in the place of a value.

use std::any::Any;
use std::fmt;
use std::sync::{Mutex, PoisonError};

use crate::error::Error;
use crate::value::{Opaque, OpaqueValue, Value};

/// A value that the enumeration chooses: Python's `auto()`.
///
/// ```
/// use metaclass::prelude::*;
/// use metaclass::{auto, builtins};
///
/// let color = Class::builder("Color").base(builtins::enum_()).attr("RED", auto()).attr("BLUE", auto()).build()?;
/// assert_eq!(color.get("BLUE")?.repr().to_string(), "<Color.BLUE: 2>");
/// # Ok::<(), Error>(())
/// ```
#[must_use]
pub fn auto() -> Value {
    OpaqueValue::new(Auto(Mutex::new(None))).into()
}

/// A value that is a member, whatever it is: Python's `member(value)`.
pub fn member(value: impl Into<Value>) -> Value {
    OpaqueValue::new(Wrapped { value: value.into(), is_member: true }).into()
}

/// A value that is an attribute and no member: Python's `nonmember(value)`.
pub fn nonmember(value: impl Into<Value>) -> Value {
    OpaqueValue::new(Wrapped { value: value.into(), is_member: false }).into()
}

/// Two names that are given the same one have the same value.
struct Auto(Mutex<Option<Value>>);

impl Auto {
    /// The value, which is chosen when it is first asked for.
    fn value(&self, choose: impl FnOnce() -> Result<Value, Error>) -> Result<Value, Error> {
        let chosen = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(chosen) = chosen {
            return Ok(chosen);
        }
        let value = choose()?;
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(value.clone());
        Ok(value)
    }
}

#[derive(Clone)]
struct Wrapped {
    value: Value,
    is_member: bool,
}

/// If it is an automatic value, what is chosen for it.
pub(crate) fn chosen(value: &Value, choose: impl FnOnce() -> Result<Value, Error>) -> Option<Result<Value, Error>> {
    match value {
        Value::Opaque(opaque) => opaque.downcast_ref::<Auto>().map(|auto| auto.value(choose)),
        _ => None,
    }
}

/// The value that is said to be a member, or to be none.
pub(crate) fn unwrapped(value: &Value) -> Option<(&Value, bool)> {
    match value {
        Value::Opaque(opaque) => opaque.downcast_ref::<Wrapped>().map(|wrapped| (&wrapped.value, wrapped.is_member)),
        _ => None,
    }
}

macro_rules! opaque {
    ($($type:ident $name:literal $copy:expr;)*) => {$(
        impl Opaque for $type {
            fn type_name(&self) -> &'static str {
                $name
            }

            fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!("<", $name, " object>"))
            }

            fn clone_box(&self) -> Box<dyn Opaque> {
                Box::new($copy(self))
            }

            fn as_any(&self) -> &dyn Any {
                self
            }

            fn into_any(self: Box<Self>) -> Box<dyn Any> {
                self
            }
        }
    )*};
}

opaque! {
    Auto "auto" |auto: &Self| Self(Mutex::new(auto.0.lock().unwrap_or_else(PoisonError::into_inner).clone()));
    Wrapped "member" |wrapped: &Self| wrapped.clone();
}
