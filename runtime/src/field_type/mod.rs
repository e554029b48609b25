//! Types that a field can have: what ties a Rust type to [`TypeSpec`] and [`Value`].

mod collections;
mod scalars;
mod wrappers;

use crate::access::{FieldMut, FieldRef};
use crate::bridge::Row;
use crate::error::Error;
use crate::namedtuple::Parts;
use crate::object::Object;
use crate::repr::Repr;
use crate::spec::{FieldBody, TypeSpec};
use crate::validate::{Items, Report, View};
use crate::value::{OpaqueValue, Value};

/// A type whose values can be read as [`Value`]s and made from them.
///
/// Implemented for the types of the standard library that Python knows, and derived for classes. A field of another
/// type still works: it is held as an opaque Rust value if it is `Clone + Send + Sync + 'static`.
///
/// ```
/// use metaclass::{FieldType, Value};
///
/// assert_eq!(Vec::<f64>::TYPE.to_string(), "list[float]");
/// assert_eq!(vec![1.0].to_value()?, Value::from(vec![1.0]));
/// assert_eq!(Vec::<f64>::from_value(Value::from(vec![1.0]))?, [1.0]);
/// let error = Vec::<f64>::from_value(Value::from(vec!["x"])).unwrap_err();
/// assert_eq!(error.to_string(), "[0]: expected float, got str");
/// # Ok::<(), metaclass::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the type of a field that is read or written by name",
    note = "derive `Dataclass` for your own type"
)]
pub trait FieldType: Repr + Sized {
    /// The type as both halves name it.
    const TYPE: TypeSpec;

    /// What fields of this type have in common.
    #[doc(hidden)]
    const __BODY: &'static FieldBody = &FieldBody::new(Self::TYPE);

    /// Reads the value.
    ///
    /// # Errors
    /// An `OverflowError` for an integer beyond 128 bits with sign, a `TypeError` for what cannot be copied or for an
    /// unhashable key.
    fn to_value(&self) -> Result<Value, Error> {
        Self::__OBJECT.to_value(self)
    }

    /// Makes the value.
    ///
    /// # Errors
    /// A `TypeError` if the value is of another type, an `OverflowError` or `ValueError` if it does not fit.
    fn from_value(value: Value) -> Result<Self, Error> {
        Self::__OBJECT.make(value)
    }

    /// Makes the value of one that stays where it is.
    #[doc(hidden)]
    #[inline]
    fn __from_ref(value: &Value) -> Result<Self, Error> {
        match Self::__glance(value) {
            Some(made) => Ok(made),
            None => Self::from_value(value.clone()),
        }
    }

    /// The same, if one look tells that it fits.
    #[doc(hidden)]
    #[inline]
    fn __glance(value: &Value) -> Option<Self> {
        let _ = value;
        None
    }

    /// The value as `asdict` shows it: classes as dicts, through all containers.
    #[doc(hidden)]
    fn __to_dict(&self) -> Result<Value, Error> {
        match &Self::TYPE {
            TypeSpec::Class(class) => match class.spec() {
                // As in Python, a named tuple stays what it is.
                Some(spec) if !spec.is_tuple() => Ok(crate::dataclass::to_dict(self, spec).into()),
                _ => self.to_value(),
            },
            _ => self.to_value(),
        }
    }

    /// The value as rules look at it.
    #[doc(hidden)]
    #[inline]
    fn __view(&self) -> View<'_> {
        View::Other
    }

    /// Several as rules look at them: items, unless they are bytes.
    #[doc(hidden)]
    #[inline]
    fn __view_of(items: &dyn Items) -> View<'_> {
        View::Items(items)
    }

    /// Are there instances of classes within, to be checked?
    #[doc(hidden)]
    const __VALIDATED: bool = false;

    /// Checks an instance of a class, or those within.
    #[doc(hidden)]
    #[inline]
    fn __validate(&self, report: &mut Report) {
        let _ = report;
    }

    /// Reads several: a list, unless they are bytes.
    #[doc(hidden)]
    fn __slice_to_value(items: &[Self]) -> Result<Value, Error> {
        collections::to_list(items, Self::to_value)
    }

    /// Makes several, of a list unless they are bytes.
    #[doc(hidden)]
    fn __vec_from_value(value: Value) -> Result<Vec<Self>, Error> {
        collections::from_list(value)
    }

    /// The type of several.
    #[doc(hidden)]
    const __LIST: TypeSpec = TypeSpec::List(crate::spec::Ref::Static(&Self::TYPE));

    /// What is known of a class as a whole.
    #[doc(hidden)]
    const __OBJECT: Object<Self> = Object::UNKNOWN;

    /// Makes an instance of a class of the values of its fields; `None` if one of them does not fit.
    #[doc(hidden)]
    fn __from_row(row: &mut Row<'_>) -> Option<Self> {
        let _ = row;
        None
    }

    /// The field at a position.
    #[doc(hidden)]
    fn __field(&self, index: usize) -> FieldRef<'_> {
        let _ = index;
        FieldRef::UNREADABLE
    }

    /// The field at a position, to be set.
    #[doc(hidden)]
    fn __slot(&mut self, index: usize) -> FieldMut<'_> {
        let _ = index;
        FieldMut::UNWRITABLE
    }

    /// Makes an instance of its items.
    #[doc(hidden)]
    fn __make(items: &mut Parts) -> Result<Self, Error> {
        let _ = items;
        Err(Error::type_error(format!("'{}' is no named tuple", Self::TYPE)))
    }

    /// Sets the field at a position.
    #[doc(hidden)]
    fn __set(&mut self, index: usize, value: Value) -> Result<(), Error> {
        self.__slot(index).write(value)
    }
}

/// A value is its own: a field of type `Value` takes anything.
impl FieldType for Value {
    const TYPE: TypeSpec = TypeSpec::Any;
    const __VALIDATED: bool = true;

    fn __view(&self) -> View<'_> {
        View::of(self)
    }

    fn __validate(&self, report: &mut Report) {
        crate::validate::check_value(&TypeSpec::Any, &[], self, report);
    }

    fn to_value(&self) -> Result<Value, Error> {
        Ok(self.clone())
    }

    fn from_value(value: Value) -> Result<Self, Error> {
        Ok(value)
    }

    fn __to_dict(&self) -> Result<Value, Error> {
        match self {
            Self::Opaque(value) => Ok(value.get().to_dict().map_or_else(|| self.clone(), Self::from)),
            value => Ok(value.clone()),
        }
    }
}

impl FieldType for OpaqueValue {
    const TYPE: TypeSpec = TypeSpec::Any;

    fn to_value(&self) -> Result<Value, Error> {
        Ok(self.clone().into())
    }

    fn from_value(value: Value) -> Result<Self, Error> {
        match value {
            Value::Opaque(value) => Ok(value),
            other => Err(Error::expected(&"object", other.type_name())),
        }
    }
}
