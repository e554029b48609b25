//! Compiled structs that register themselves: `#[dataclass(register)]`.

use std::panic::Location;

use super::places::Held;
use super::several::New;
use super::{Registry, full_name};
use crate::class::Class;
use crate::error::Error;

/// A compiled struct that registers itself: the linker collects them.
pub struct Linked {
    class: fn() -> &'static Class,
    site: &'static Location<'static>,
}

inventory::collect!(Linked);

impl Linked {
    /// That of this class, registered where this is called.
    #[must_use]
    #[track_caller]
    pub const fn new(class: fn() -> &'static Class) -> Self {
        Self { class, site: Location::caller() }
    }
}

impl Registry {
    /// Registers the classes of all compiled structs of the program that have the option `register`, or none.
    ///
    /// [`global`](Self::global) has them already; this is for a registry of one's own. A crate of which nothing is used
    /// may be left out by the linker, and its structs with it.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// #[derive(Dataclass)]
    /// #[dataclass(register)]
    /// struct Invoice {
    ///     total: i64,
    /// }
    ///
    /// let registry = Registry::new();
    /// registry.register_linked()?;
    /// assert_eq!(registry.iter().next().as_ref(), Some(Invoice::class()));
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`register`](Self::register), also if two of the structs have one name.
    #[cfg_attr(docsrs, doc(cfg(feature = "inventory")))]
    pub fn register_linked(&self) -> Result<(), Error> {
        self.take(linked().into_iter().map(|held| New { held, uris: vec![] }).collect())
    }

    /// That which has all of them; the first of those that have one name.
    pub(super) fn of_linked() -> Self {
        let registry = Self::new();
        let mut changing = registry.places.change();
        for held in linked() {
            let name = full_name(&held.class);
            if changing.get(&name).is_none() {
                changing.put(&name, held);
            }
        }
        drop(changing);
        registry
    }
}

/// All of them, by their names: the linker has no order of its own.
fn linked() -> Vec<Held> {
    let held = |linked: &Linked| Held { class: (linked.class)().clone(), site: linked.site };
    let mut all: Vec<Held> = inventory::iter::<Linked>.into_iter().map(held).collect();
    all.sort_by_cached_key(|held| (full_name(&held.class), held.site.file(), held.site.line(), held.site.column()));
    all
}
