//! Proof that a value obeys its rules.

use std::fmt;
use std::ops::Deref;

use crate::dataclass::Dataclass;
use crate::error::Error;
use crate::field_type::FieldType;
use crate::repr::Repr;
use crate::spec::TypeSpec;
use crate::validate::ValidationError;
use crate::value::Value;

/// An instance that obeys its rules: made by validating only, and not changed since.
///
/// For functions that must not be called with anything else.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use metaclass::prelude::*;
/// use metaclass::Valid;
///
/// #[derive(Dataclass)]
/// struct Order {
///     #[field(min_value = 1)]
///     count: u32,
/// }
///
/// fn ship(order: &Valid<Order>) -> u32 {
///     order.count
/// }
///
/// assert_eq!(ship(&Valid::new(Order!(3)).unwrap()), 3);
/// assert!(Valid::new(Order!(0)).is_err());
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Valid<T>(T);

impl<T: Dataclass + FieldType> Valid<T> {
    /// The instance, if it obeys its rules.
    ///
    /// # Errors
    /// All broken rules.
    pub fn new(instance: T) -> Result<Self, ValidationError> {
        instance.validate().map(|()| Self(instance))
    }
}

impl<T> Valid<T> {
    /// The instance, free to be changed.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> Deref for Valid<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> AsRef<T> for Valid<T> {
    fn as_ref(&self) -> &T {
        &self.0
    }
}

impl<T: Repr> Repr for Valid<T> {
    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt_repr(f)
    }
}

/// To those who read it, it is the instance; whoever makes one has to pass the rules.
impl<T: Dataclass + FieldType> FieldType for Valid<T> {
    const TYPE: TypeSpec = T::TYPE;

    fn to_value(&self) -> Result<Value, Error> {
        self.0.to_value()
    }

    fn from_value(value: Value) -> Result<Self, Error> {
        Ok(Self::new(T::from_value(value)?)?)
    }

    fn __to_dict(&self) -> Result<Value, Error> {
        self.0.__to_dict()
    }
}

/// What is read from data is validated, and so it is proof without being asked twice.
#[cfg(feature = "serde")]
impl<'de, T: crate::Decode<'de> + Dataclass> crate::Decode<'de> for Valid<T> {
    fn decode<D: serde::Deserializer<'de>>(
        deserializer: D,
        context: &mut crate::DecodeContext,
    ) -> Result<Option<Self>, D::Error> {
        Ok(T::decode(deserializer, context)?.map(Self))
    }
}

#[cfg(feature = "serde")]
impl<'de, T: crate::Decode<'de> + Dataclass> serde::Deserialize<'de> for Valid<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::decode::deserialize(deserializer).map(Self)
    }
}

#[cfg(feature = "serde")]
impl<T: serde::Serialize> serde::Serialize for Valid<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
