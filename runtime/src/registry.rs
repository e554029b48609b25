//! Classes by name.

#[cfg(any(feature = "inventory", feature = "json"))]
mod documents;
mod export;
#[cfg(feature = "inventory")]
mod linked;
#[cfg(feature = "json")]
mod load;
mod places;
mod recent;
#[cfg(any(feature = "inventory", feature = "json"))]
mod several;

use std::fmt;
use std::panic::Location;
use std::sync::LazyLock;

use self::places::{Held, Places};
use crate::class::Class;
use crate::diff::ClassDiff;
use crate::error::Error;

#[cfg(feature = "inventory")]
pub use self::linked::Linked;

/// Classes by name: a value that you own; [`global`](Self::global) is one of it for all.
///
/// A class is registered under its full name: module, dot, qualified name. The `::` of a Rust module is a dot as well, so
/// that the struct `shop::User` and a class `User` made in the module `shop` have one name, `shop.User`.
///
/// All methods take `&self`, on any number of threads. To look up a name takes no lock. A registry holds its classes; a class that
/// is removed lives as long as its last instance, subclass or handle, and the registry keeps nothing of it. A thread finds
/// faster what it asks for often, and keeps the place of a class in memory for that, but not what the class holds.
///
/// ```
/// use metaclass::prelude::*;
///
/// let registry = Registry::new();
/// let entity = Class::builder("Entity").module("shop").field("id", Field::int()).build()?;
/// let user = Class::builder("User").module("shop").base(&entity).field("name", Field::str()).build()?;
/// registry.register(&entity)?;
/// registry.register(&user)?;
///
/// assert_eq!(registry.get("shop.User"), Some(user));
/// assert_eq!(registry.subclasses(&entity).len(), 1);
/// assert_eq!(registry.names(), ["shop.Entity", "shop.User"]);
///
/// registry.remove("shop.User");
/// assert_eq!(registry.get("shop.User"), None);
/// assert!(entity.subclasses().is_empty());
/// # Ok::<(), Error>(())
/// ```
#[derive(Default)]
pub struct Registry {
    places: Places,
}

impl Registry {
    /// An empty one.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The one of the whole program. With the feature `inventory`, it has the compiled structs with the option `register`
    /// from the beginning, whatever crates they are in. Of two that have one full name, such as structs within two
    /// functions of a module, it has the first; `register_linked` on a registry of one's own tells.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let class = Class::builder("Everywhere").build()?;
    /// Registry::global().register(&class)?;
    /// assert_eq!(Registry::global().get("__main__.Everywhere"), Some(class));
    /// # Ok::<(), Error>(())
    /// ```
    #[must_use]
    pub fn global() -> &'static Self {
        #[cfg(feature = "inventory")]
        static GLOBAL: LazyLock<Registry> = LazyLock::new(Registry::of_linked);
        #[cfg(not(feature = "inventory"))]
        static GLOBAL: LazyLock<Registry> = LazyLock::new(Registry::new);
        &GLOBAL
    }

    /// Registers a class under its full name. To register the same class once more changes nothing.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let registry = Registry::new();
    /// registry.register(&Class::builder("User").module("shop").field("id", Field::int()).build()?)?;
    /// let other = Class::builder("User").module("shop").field("name", Field::str()).build()?;
    /// let text = registry.register(&other).unwrap_err().to_string();
    /// assert!(text.starts_with("'shop.User' is registered already: User(id: int) at "));
    /// assert!(text.contains(", and User(name: str) at "));
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// A `ValueError` if another class has the name: it shows both signatures, and where either was registered.
    #[track_caller]
    pub fn register(&self, class: &Class) -> Result<(), Error> {
        let (name, new) = (full_name(class), Held { class: class.clone(), site: Location::caller() });
        let mut changing = self.places.change();
        match changing.get(&name).cloned() {
            Some(old) if old.class == *class => Ok(()),
            Some(old) => {
                drop(changing);
                Err(taken(&name, &old, &new))
            }
            None => {
                changing.put(&name, new);
                Ok(())
            }
        }
    }

    /// Registers a class in the place of the one that has its name, if there is one, and gives that. Its instances stay
    /// what they are.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let registry = Registry::new();
    /// let (old, new) = (Class::builder("User").build()?, Class::builder("User").field("id", Field::int()).build()?);
    /// registry.register(&old)?;
    /// assert_eq!(registry.replace(&new), Some(old));
    /// assert_eq!(registry.get("__main__.User"), Some(new));
    /// # Ok::<(), Error>(())
    /// ```
    #[track_caller]
    pub fn replace(&self, class: &Class) -> Option<Class> {
        let new = Held { class: class.clone(), site: Location::caller() };
        self.places.change().put(&full_name(class), new)
    }

    /// What changes if a class is put in the place of the one that has its name: see [`replace`](Self::replace). `None` if
    /// there is none.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let registry = Registry::new();
    /// registry.register(&Class::builder("User").field("id", Field::int()).build()?)?;
    /// let new = Class::builder("User").field("id", Field::int()).field("tag", Field::str().default("")).build()?;
    /// let diff = registry.diff(&new).ok_or(Error::key_error("User"))?;
    /// assert_eq!(diff.to_string(), "compatible: tag: is new, with the default ''");
    /// # Ok::<(), Error>(())
    /// ```
    #[must_use]
    pub fn diff(&self, new: &Class) -> Option<ClassDiff> {
        Some(self.get(&full_name(new))?.diff(new))
    }

    /// Removes the class of this name, and gives it.
    pub fn remove(&self, name: &str) -> Option<Class> {
        self.places.change().remove(name)
    }

    /// The class of this full name, as `shop.User`. No lock is taken.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Class> {
        self.places.get(name)
    }

    /// Is there a class of this full name?
    #[must_use]
    pub fn contains(&self, name: &str) -> bool {
        self.places.contains(name)
    }

    /// The registered classes that derive from a class, directly or not, in the order in which they were registered. The
    /// class itself need not be registered.
    #[must_use]
    pub fn subclasses(&self, class: &Class) -> Vec<Class> {
        // While nobody changes the registry, either all classes of a document are among them or none.
        let changing = self.places.change();
        let number = |class: &Class| changing.number_of(&full_name(class), class);
        let mut found: Vec<_> =
            class.descendants().into_iter().filter_map(|class| Some((number(&class)?, class))).collect();
        found.sort_unstable_by_key(|(number, _)| *number);
        found.into_iter().map(|(_, class)| class).collect()
    }

    /// All classes as they are now, in the order in which they were registered.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let registry = Registry::new();
    /// registry.register(&Class::builder("B").build()?)?;
    /// registry.register(&Class::builder("A").build()?)?;
    /// assert_eq!(registry.iter().map(|class| class.name().to_owned()).collect::<Vec<_>>(), ["B", "A"]);
    /// # Ok::<(), Error>(())
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = Class> {
        self.places.classes().into_iter()
    }

    /// The full names of all classes, in the order in which they were registered.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        self.iter().map(|class| full_name(&class)).collect()
    }

    /// How many classes there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Are there none?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Module, dot, qualified name.
fn full_name(class: &Class) -> String {
    format!("{}.{}", class.module().replace("::", "."), class.qualname())
}

#[cold]
fn taken(name: &str, old: &Held, new: &Held) -> Error {
    let shown = |held: &Held| format!("{}{} at {}", held.class.qualname(), held.class.spec().signature(), held.site);
    let (name, old, new) = (crate::repr::repr(name), shown(old), shown(new));
    Error::value_error(format!("{name} is registered already: {old}, and {new} cannot have its name too"))
}

/// The full names of all classes.
impl fmt::Debug for Registry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.names()).finish()
    }
}
