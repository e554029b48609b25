//! Namespaces: what the body of a class assigns into.

mod enumeration;
mod ordered;
mod strict;
mod tracking;

use std::any::Any;

pub use enumeration::EnumNamespace;
pub use ordered::OrderedNamespace;
pub use strict::StrictNamespace;
pub use tracking::TrackingNamespace;

use crate::error::Error;
use crate::repr::repr;
use crate::symbol::Sym;
use crate::value::{Value, short_type_name};

/// What the body of a class assigns into: what `__prepare__` of a metaclass gives.
///
/// The body, and whoever has a `&mut dyn Namespace`, uses `set`, `get` and `delete`; these call the methods here.
///
/// ```
/// use metaclass::prelude::*;
/// use metaclass::{Namespace, OrderedNamespace};
///
/// /// Gives every name that is not known the next number.
/// #[derive(Default)]
/// struct Counting {
///     names: OrderedNamespace,
///     last: i64,
/// }
///
/// impl Namespace for Counting {
///     fn insert(&mut self, name: &str, value: Value) -> Result<(), Error> {
///         self.names.insert(name, value)
///     }
///     fn look_up(&mut self, name: &str) -> Result<Option<Value>, Error> {
///         if let Some(value) = self.names.look_up(name)? {
///             return Ok(Some(value));
///         }
///         self.last += 1;
///         self.names.insert(name, self.last.into())?;
///         Ok(Some(self.last.into()))
///     }
///     fn remove(&mut self, name: &str) -> Result<bool, Error> {
///         self.names.remove(name)
///     }
///     fn entries(&self) -> Vec<(String, Value)> {
///         self.names.entries()
///     }
/// }
///
/// let numbered = Class::builder("Numbered").prepare(|_| Ok(Box::<Counting>::default())).build()?;
/// let color = Class::builder("Color")
///     .metaclass(&numbered)
///     .body(|ns| {
///         ns.get("RED")?;
///         ns.get("GREEN").map(drop)
///     })
///     .build()?;
/// assert_eq!(color.get("GREEN")?, 2.into());
/// # Ok::<(), Error>(())
/// ```
pub trait Namespace: Any + Send {
    /// The name of its class: Python's `type(namespace).__name__`.
    fn class_name(&self) -> &str {
        short_type_name::<Self>()
    }

    /// Gives a name a value.
    ///
    /// # Errors
    /// Whatever should stop the class from being made.
    fn insert(&mut self, name: &str, value: Value) -> Result<(), Error>;

    /// The value of a name, if it has one.
    ///
    /// # Errors
    /// Whatever should stop the class from being made.
    fn look_up(&mut self, name: &str) -> Result<Option<Value>, Error>;

    /// Takes a name out; false if it was not there.
    ///
    /// # Errors
    /// Whatever should stop the class from being made.
    fn remove(&mut self, name: &str) -> Result<bool, Error>;

    /// The names with their values, in order: what becomes of them is the class.
    fn entries(&self) -> Vec<(String, Value)>;

    #[doc(hidden)]
    fn __entries(&self) -> Vec<(Sym, Value)> {
        self.entries().into_iter().map(|(name, value)| (Sym::new(&name), value)).collect()
    }

    /// The same, for the last time.
    #[doc(hidden)]
    fn __take(&mut self) -> Vec<(Sym, Value)> {
        self.__entries()
    }

    #[doc(hidden)]
    #[allow(clippy::missing_errors_doc, reason = "those of `insert`")]
    fn __insert(&mut self, name: Sym, value: Value) -> Result<(), Error> {
        self.insert(&name, value)
    }
}

impl dyn Namespace {
    /// Gives a name a value.
    ///
    /// # Errors
    /// Whatever the namespace refuses.
    pub fn set(&mut self, name: &str, value: impl Into<Value>) -> Result<(), Error> {
        self.insert(name, value.into())
    }

    /// The value of a name.
    ///
    /// # Errors
    /// A `NameError` if it has none, and whatever the namespace refuses.
    pub fn get(&mut self, name: &str) -> Result<Value, Error> {
        self.look_up(name)?.ok_or_else(|| not_defined(name))
    }

    /// Takes a name out.
    ///
    /// # Errors
    /// A `NameError` if it is not there, and whatever the namespace refuses.
    pub fn delete(&mut self, name: &str) -> Result<(), Error> {
        if self.remove(name)? { Ok(()) } else { Err(not_defined(name)) }
    }

    /// The names, in order.
    pub fn names(&self) -> impl ExactSizeIterator<Item = String> {
        self.entries().into_iter().map(|(name, _)| name)
    }

    /// The namespace as what it is, if it is of this type: for a metaclass that has prepared it.
    #[must_use]
    pub fn downcast_ref<T: Namespace>(&self) -> Option<&T> {
        let any: &dyn Any = self;
        any.downcast_ref()
    }
}

#[cold]
fn not_defined(name: &str) -> Error {
    Error::name_error(format!("name {} is not defined", repr(name)))
}
