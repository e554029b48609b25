//! The namespace that remembers every assignment.

use super::{Namespace, OrderedNamespace};
use crate::error::Error;
use crate::symbol::Sym;
use crate::value::Value;

/// A namespace that remembers every assignment, those too that were made good for by a later one.
///
/// ```
/// use metaclass::prelude::*;
/// use metaclass::TrackingNamespace;
///
/// let tracking = Class::builder("Tracking")
///     .prepare(|_| Ok(Box::new(TrackingNamespace::new())))
///     .new_class(|step| {
///         let tracked = step.namespace().downcast_ref::<TrackingNamespace>();
///         let names: Vec<Value> = tracked.into_iter().flat_map(|ns| ns.assignments()).map(|(name, _)| name.into()).collect();
///         step.namespace_mut().set("history", names)?;
///         step.next()
///     })
///     .build()?;
/// let class = Class::builder("C").metaclass(&tracking).attr("x", 10).attr("x", 20).build()?;
/// assert_eq!(class.get("history")?.to_string(), "['__module__', '__qualname__', 'x', 'x']");
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone, Default)]
pub struct TrackingNamespace {
    names: OrderedNamespace,
    assignments: Vec<(String, Value)>,
}

impl TrackingNamespace {
    /// Without names.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Every assignment, in order.
    pub fn assignments(&self) -> impl ExactSizeIterator<Item = (&str, &Value)> {
        self.assignments.iter().map(|(name, value)| (name.as_str(), value))
    }
}

impl Namespace for TrackingNamespace {
    fn insert(&mut self, name: &str, value: Value) -> Result<(), Error> {
        self.assignments.push((name.to_owned(), value.clone()));
        self.names.insert(name, value)
    }

    fn look_up(&mut self, name: &str) -> Result<Option<Value>, Error> {
        self.names.look_up(name)
    }

    fn remove(&mut self, name: &str) -> Result<bool, Error> {
        self.names.remove(name)
    }

    fn entries(&self) -> Vec<(String, Value)> {
        self.names.entries()
    }

    fn __entries(&self) -> Vec<(Sym, Value)> {
        self.names.__entries()
    }
}
