//! The namespace that keeps the order of definition.

use indexmap::IndexMap;

use super::Namespace;
use crate::error::Error;
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
pub struct OrderedNamespace(IndexMap<String, Value>);

impl OrderedNamespace {
    /// Without names.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
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
        match self.0.get_mut(name) {
            Some(old) => *old = value,
            None => drop(self.0.insert(name.to_owned(), value)),
        }
        Ok(())
    }

    fn look_up(&mut self, name: &str) -> Result<Option<Value>, Error> {
        Ok(self.0.get(name).cloned())
    }

    fn remove(&mut self, name: &str) -> Result<bool, Error> {
        Ok(self.0.shift_remove(name).is_some())
    }

    fn entries(&self) -> Vec<(String, Value)> {
        self.0.iter().map(|(name, value)| (name.clone(), value.clone())).collect()
    }
}
