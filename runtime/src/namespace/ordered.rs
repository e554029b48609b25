//! The namespace that keeps the order of definition.

use super::Namespace;
use crate::error::Error;
use crate::symbol::{NameMap, Sym};
use crate::value::Value;

/// Names in the order of their definition: the namespace of every class that has no other.
///
/// A name that is set again keeps its place; one that was deleted comes last.
///
/// ```
/// use metaclass::prelude::*;
///
/// let class = Class::builder("C")
///     .body(|ns| {
///         ns.set("a", 1)?;
///         ns.set("b", 2)?;
///         ns.set("a", 3)
///     })
///     .build()?;
/// assert_eq!(class.vars().to_string(), "{'a': 3, 'b': 2}");
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone, Default)]
pub struct OrderedNamespace(NameMap<Value>);

impl OrderedNamespace {
    /// Without names.
    #[must_use]
    pub fn new() -> Self {
        // A usual body makes it grow no more; it does not live long.
        Self(NameMap::with_capacity(12))
    }

    /// The value of a name, if it has one.
    pub(crate) fn find(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }
}

impl Namespace for OrderedNamespace {
    fn class_name(&self) -> &'static str {
        "dict"
    }

    fn insert(&mut self, name: &str, value: Value) -> Result<(), Error> {
        self.__insert(Sym::new(name), value)
    }

    fn look_up(&mut self, name: &str) -> Result<Option<Value>, Error> {
        Ok(self.find(name).cloned())
    }

    fn remove(&mut self, name: &str) -> Result<bool, Error> {
        Ok(self.0.shift_remove(name).is_some())
    }

    fn entries(&self) -> Vec<(String, Value)> {
        self.0.iter().map(|(name, value)| (name.as_str().to_owned(), value.clone())).collect()
    }

    fn __insert(&mut self, name: Sym, value: Value) -> Result<(), Error> {
        self.0.insert(name, value);
        Ok(())
    }

    fn __take(&mut self) -> Vec<(Sym, Value)> {
        std::mem::take(&mut self.0).into_entries()
    }

    fn __entries(&self) -> Vec<(Sym, Value)> {
        self.0.iter().map(|(name, value)| (name, value.clone())).collect()
    }
}
