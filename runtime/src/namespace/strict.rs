//! The namespace that refuses a second definition.

use super::{Namespace, OrderedNamespace};
use crate::error::Error;
use crate::repr::repr;
use crate::symbol::Sym;
use crate::value::Value;

/// A namespace in which nothing is defined twice.
///
/// ```
/// use metaclass::prelude::*;
/// use metaclass::StrictNamespace;
///
/// let strict = Class::builder("Strict").prepare(|_| Ok(Box::new(StrictNamespace::new()))).build()?;
/// let error = Class::builder("C").metaclass(&strict).attr("x", 1).attr("x", 2).build().unwrap_err();
/// assert_eq!(error.to_string(), "Duplicate definition of 'x'");
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone, Default)]
pub struct StrictNamespace(OrderedNamespace);

impl StrictNamespace {
    /// Without names.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl Namespace for StrictNamespace {
    fn insert(&mut self, name: &str, value: Value) -> Result<(), Error> {
        match self.0.look_up(name)? {
            Some(_) => Err(Error::type_error(format!("Duplicate definition of {}", repr(name)))),
            None => self.0.insert(name, value),
        }
    }

    fn look_up(&mut self, name: &str) -> Result<Option<Value>, Error> {
        self.0.look_up(name)
    }

    fn remove(&mut self, name: &str) -> Result<bool, Error> {
        self.0.remove(name)
    }

    fn entries(&self) -> Vec<(String, Value)> {
        self.0.entries()
    }

    fn __entries(&self) -> Vec<(Sym, Value)> {
        self.0.__entries()
    }
}
