//! Instances of classes made at run time: values that know their class.

mod access;
mod call;
mod compare;
mod data;
mod migrate;
mod payload;
mod places;
mod shared;
mod superclass;
mod this;
mod validate;

use std::fmt;
use std::sync::Arc;

pub(crate) use access::{has, is_missing};
pub(crate) use call::{call_placed_mut, call_special, call_special_mut};
pub(crate) use compare::{
    call, call_mut, equal, fmt_repr, fmt_str, format, hash, hashes_as, hides_hash, holds, is_instance, is_truthy,
    is_unhashable, operate, operate_alone, order, unhashable,
};
pub(crate) use data::Data;
pub(crate) use places::{Place, Places};
pub use shared::{Shared, WeakShared};
pub use superclass::{Super, SuperMut};
pub(crate) use superclass::{no_next, not_an_instance};
pub use this::This;

use crate::args::Args;
use crate::class::Class;
use crate::error::Error;
use crate::repr::{Repr, ReprDisplay, repr};
use crate::symbol::AttrName;
use crate::value::{Dict, FromValue, Value};

/// An instance of a [`Class`] made at run time.
///
/// It is a value: owned, sent and shared between threads as any other, without a lock; `clone` copies it. Who wants
/// Python's shared identity puts it behind [`Shared`].
///
/// Fields and slots have a fixed place in it, found through the one table of the class; other attributes are kept
/// beside them, and need memory of their own only when there are any.
///
/// ```
/// use metaclass::prelude::*;
///
/// let point = Class::builder("Point").field("x", Field::int()).field("y", Field::int().default(0)).build()?;
/// let mut p = point.instantiate(Args::new().with(3))?;
/// assert_eq!(p.get("x")?, 3.into());
/// assert_eq!(p.get_as::<i64>("y")?, 0);
///
/// p.set("y", 7)?;
/// p.set("label", "corner")?;
/// assert_eq!(p.vars().to_string(), "{'x': 3, 'y': 7, 'label': 'corner'}");
/// assert_eq!(p.set("x", "a").unwrap_err().to_string(), "x: expected int, got str");
/// assert_eq!(p.get("z").unwrap_err().to_string(), "'Point' object has no attribute 'z'");
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone)]
pub struct Instance {
    class: Class,
    data: Data,
}

// The class, the places, and a pointer to the rest.
const _: () = assert!(size_of::<Instance>() == 32);

impl Instance {
    pub(crate) const fn new(class: Class, data: Data) -> Self {
        Self { class, data }
    }

    pub(crate) fn into_data(self) -> Data {
        self.data
    }

    /// An instance that has no attributes yet.
    pub(crate) fn empty(class: Class) -> Self {
        let data = Data::new(class.layout().len());
        Self { class, data }
    }

    /// An instance with these values in its first places.
    #[cfg(feature = "serde")]
    #[inline]
    pub(crate) fn of_values(class: Class, mut values: Places) -> Self {
        values.grow(class.layout().len());
        Self { class, data: Data::of(values) }
    }

    /// Its class.
    #[inline]
    #[must_use]
    pub const fn class(&self) -> &Class {
        &self.class
    }

    /// Is it an instance of this class, or of a subclass? Python's `isinstance`, hooks of the metaclass included.
    ///
    /// A hook that fails answers no; [`Class::has_instance`] gives the error.
    #[must_use]
    pub fn is_instance_of(&self, class: &Class) -> bool {
        match class.has_plain_checks() {
            true => self.class.descends_from(class),
            false => class.has_instance(&self.clone().into()).unwrap_or(false),
        }
    }

    /// Reads an attribute: of itself, of its class, or what a descriptor or `__getattr__` gives.
    ///
    /// # Errors
    /// An `AttributeError` if there is none of this name, and whatever a getter fails with.
    #[inline]
    pub fn get<N: AttrName>(&self, name: N) -> Result<Value, Error> {
        This::of_ref(self).get(name)
    }

    /// Borrows an attribute that is stored: in a slot, beside them, or in the class if it never changed there.
    ///
    /// # Errors
    /// An `AttributeError` if there is none of this name, a `TypeError` if it is computed or can change at any time.
    #[inline]
    pub fn get_ref<N: AttrName>(&self, name: N) -> Result<&Value, Error> {
        access::borrow(&self.class, &self.data, name)
    }

    /// Reads an attribute as a Rust type; text is borrowed.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let user = Class::builder("User").field("name", Field::str()).field("age", Field::int().nullable()).build()?;
    /// let user = user.instantiate(Args::new().with("Ann").with(Value::None))?;
    /// let name: &str = user.get_as("name")?;
    /// let age: Option<u8> = user.get_as("age")?;
    /// assert_eq!((name, age), ("Ann", None));
    ///
    /// let error = user.get_as::<i64>("name").unwrap_err();
    /// assert_eq!(error.to_string(), "User.name: expected int, got str");
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`get_ref`](Self::get_ref), and a `TypeError` if the value is of another type: it names class,
    /// attribute, expected and got.
    pub fn get_as<'a, T: FromValue<'a>>(&'a self, name: &str) -> Result<T, Error> {
        access::read(&self.class, &self.data, name)
    }

    /// Sets an attribute. A field takes only what is of its type; a descriptor or `__setattr__` may do anything.
    ///
    /// # Errors
    /// A `TypeError` for a value that is not of the type of the field, an `AttributeError` if the instance takes no
    /// attribute of this name, and whatever a setter fails with.
    #[inline]
    pub fn set<N: AttrName>(&mut self, name: N, value: impl Into<Value>) -> Result<(), Error> {
        This::of_mut(self).set(name, value)
    }

    /// Changes an attribute in place: what it holds is not copied, unless somebody else holds it too.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let mut cart = Class::builder("Cart").attr("items", Vec::<i64>::new()).build()?.instantiate(Args::new())?;
    /// cart.update("items", |items| items.push("apple"))?;
    /// assert_eq!(cart.get("items")?.to_string(), "['apple']");
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of reading and setting it, and whatever the function fails with: then the attribute is as it was.
    pub fn update<R>(&mut self, name: &str, change: impl FnOnce(&mut Value) -> Result<R, Error>) -> Result<R, Error> {
        This::of_mut(self).update(name, change)
    }

    /// Deletes an attribute of the instance, or lets a descriptor or `__delattr__` do it.
    ///
    /// # Errors
    /// An `AttributeError` if it has none of this name, and whatever a deleter fails with.
    pub fn delete(&mut self, name: &str) -> Result<(), Error> {
        This::of_mut(self).delete(name)
    }

    /// Has it an attribute of this name?
    ///
    /// # Errors
    /// Whatever reading it fails with, but for an `AttributeError`.
    pub fn has(&self, name: &str) -> Result<bool, Error> {
        This::of_ref(self).has(name)
    }

    /// Its own attributes, in the order of fields and assignments: Python's `vars`.
    #[must_use]
    pub fn vars(&self) -> Dict {
        access::vars(&self.class, &self.data)
    }

    /// Its own attributes but for secret fields, as they are shown: Python's `asdict`, one level deep.
    #[must_use]
    pub fn to_dict(&self) -> Dict {
        This::of_ref(self).to_dict()
    }

    /// Calls a method that only reads the instance.
    ///
    /// # Errors
    /// An `AttributeError` if there is none of this name, a `TypeError` if the arguments do not fit or if the method
    /// changes the instance, and whatever the method fails with.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "where a call is written, it is known whether there are arguments")]
    pub fn call<N: AttrName>(&self, name: N, args: Args) -> Result<Value, Error> {
        call::call(self, name, args)
    }

    /// Calls a method that may change the instance.
    ///
    /// # Errors
    /// Those of [`call`](Self::call), but for a method that changes the instance.
    #[inline]
    pub fn call_mut<N: AttrName>(&mut self, name: N, mut args: Args) -> Result<Value, Error> {
        call::call_mut(&mut This::of_mut(self), name, &mut args)
    }

    /// The attribute in the instance's own storage, past all descriptors and hooks.
    #[must_use]
    pub fn get_own(&self, name: &str) -> Option<&Value> {
        self.data.get(&self.class, name)
    }

    /// Puts a value into the instance's own storage, past all descriptors and hooks, and gives the one that was there:
    /// Python's `vars(self)[name] = value`.
    pub fn set_own(&mut self, name: &str, value: impl Into<Value>) -> Option<Value> {
        self.data.set(&self.class, name, value.into())
    }

    /// Takes a value out of the instance's own storage, past all descriptors and hooks.
    pub fn remove_own(&mut self, name: &str) -> Option<Value> {
        self.data.remove(&self.class, name)
    }

    /// What `repr(instance)` prints.
    #[must_use]
    pub const fn repr(&self) -> ReprDisplay<'_, Self> {
        repr(self)
    }

    /// All places.
    #[inline]
    pub(crate) fn places(&self) -> &[Place] {
        self.data.places()
    }

    /// The value in a place.
    #[inline]
    pub(crate) fn at(&self, place: usize) -> Option<&Value> {
        self.data.at(place)
    }

    /// Sets the value in a place.
    #[inline]
    pub(crate) fn put_at(&mut self, place: usize, value: Value) {
        self.data.put(place, value);
    }

    /// Is there such a value among its attributes?
    pub(crate) fn any(&self, is_such: impl Fn(&Value) -> bool) -> bool {
        self.data.any(is_such)
    }

    /// All values that it holds, its class among them.
    pub(crate) fn into_values(mut self) -> Vec<Value> {
        let mut values = self.data.take();
        values.push(self.class.into());
        values
    }
}

impl From<Instance> for Value {
    fn from(instance: Instance) -> Self {
        Self::Instance(Arc::new(instance))
    }
}

impl TryFrom<Value> for Instance {
    type Error = Error;

    /// The instance itself, if nobody else holds it; else a copy.
    fn try_from(value: Value) -> Result<Self, Error> {
        match value {
            Value::Instance(instance) => Ok(Arc::unwrap_or_clone(instance)),
            Value::Shared(shared) => shared.to_instance(),
            other => Err(Error::expected(&"an instance", other.type_name())),
        }
    }
}

impl PartialEq for Instance {
    /// What `__eq__` says; without one, an instance equals only itself. A failing `__eq__` says no.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other) || equal(&self.clone().into(), &other.clone().into())
    }
}

impl Repr for Instance {
    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt_repr(&This::of_ref(self), f)
    }
}

/// Python's `str`: what `__str__` says, else the repr.
impl fmt::Display for Instance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt_str(&This::of_ref(self), f)
    }
}

/// Python's repr: what `__repr__` says.
impl fmt::Debug for Instance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fmt_repr(f)
    }
}
