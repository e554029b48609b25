//! Classes that are not kept.

use std::fmt;
use std::sync::{Arc, Weak};

use super::Class;
use super::inner::Inner;
use crate::value::Value;

/// A handle to a class that does not keep it: what a class holds of those that hold it.
///
/// ```
/// use metaclass::prelude::*;
///
/// let plugin = Class::builder("Plugin")
///     .attr("registry", Vec::<Value>::new())
///     .init_subclass(|owner, sub, _| owner.update("registry", |known| known.push(sub.downgrade())))
///     .build()?;
/// let csv = Class::builder("Csv").base(&plugin).build()?;
/// assert_eq!(plugin.get("registry")?.to_string(), "[<weakref to 'Csv'>]");
/// assert_eq!(Class::try_from(plugin.get("registry")?.get_item(&0.into())?)?, csv);
/// drop(csv);
/// assert_eq!(plugin.get("registry")?.to_string(), "[<weakref; dead>]");
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone)]
pub struct WeakClass(Weak<Inner>);

impl WeakClass {
    pub(super) fn new(class: &Arc<Inner>) -> Self {
        Self(Arc::downgrade(class))
    }

    /// The class, if it is still there.
    #[must_use]
    pub fn upgrade(&self) -> Option<Class> {
        self.0.upgrade().map(Class)
    }

    pub(crate) fn address(&self) -> usize {
        self.0.as_ptr().addr()
    }
}

/// Handles to the same class.
impl PartialEq for WeakClass {
    fn eq(&self, other: &Self) -> bool {
        Weak::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for WeakClass {}

impl fmt::Debug for WeakClass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.upgrade() {
            Some(class) => write!(f, "<weakref to '{}'>", class.name()),
            None => f.write_str("<weakref; dead>"),
        }
    }
}

impl From<WeakClass> for Value {
    fn from(class: WeakClass) -> Self {
        Self::WeakClass(class)
    }
}
