//! The receiver of a method: what Python calls `self`.

mod own;

use std::sync::Arc;

use super::superclass::not_an_instance;
use super::{Data, Instance, Super, SuperMut, access, call};
use crate::args::Args;
use crate::class::Class;
use crate::error::Error;
use crate::spec::Flags;
use crate::symbol::AttrName;
use crate::value::{Dict, FromValue, Value, no_vars};

/// The receiver of a method: Python's `self`, with the place in the class hierarchy where the method was found, so that
/// `super` knows what comes next.
///
/// Methods that read get `&This`, methods that write `&mut This`. The receiver is an [`Instance`], or whatever value the
/// method was called with: a [`Shared`](super::Shared) instance, a [`Class`] for the methods of its metaclass, any [`Value`] that a
/// method was called with through its class.
///
/// ```
/// use metaclass::prelude::*;
///
/// let animal = Class::builder("Animal")
///     .attr("sound", "...")
///     .method("speak", |this| Ok(format!("The {} says {}", this.class().name(), this.get("sound")?)))
///     .build()?;
/// let dog = Class::builder("Dog")
///     .base(&animal)
///     .attr("sound", "woof")
///     .method("speak", |this| Ok(format!("{}!", this.super_call("speak", Args::new())?)))
///     .build()?;
/// assert_eq!(dog.instantiate(Args::new())?.call("speak", Args::new())?.to_string(), "The Dog says woof!");
/// # Ok::<(), Error>(())
/// ```
pub struct This<'a> {
    class: &'a Class,
    receiver: Receiver<'a>,
    /// The place in the MRO of the class that has the running method.
    place: u32,
}

/// Apart from its class, so that a method which changes it can be run without counting anything.
pub(super) enum Receiver<'a> {
    Ref(&'a Data),
    /// Within a value, which may be given on as it is.
    Kept(&'a Arc<Instance>),
    Mut(&'a mut Data),
    /// What has an identity, or no attributes of its own.
    Value(&'a Value),
}

impl<'a> This<'a> {
    #[inline]
    pub(crate) const fn of_ref(instance: &'a Instance) -> Self {
        Self { class: &instance.class, receiver: Receiver::Ref(&instance.data), place: 0 }
    }

    #[inline]
    pub(super) const fn of_data(class: &'a Class, data: &'a Data) -> Self {
        Self { class, receiver: Receiver::Ref(data), place: 0 }
    }

    #[inline]
    pub(super) const fn of_data_mut(class: &'a Class, data: &'a mut Data) -> Self {
        Self { class, receiver: Receiver::Mut(data), place: 0 }
    }

    #[inline]
    pub(crate) const fn of_mut(instance: &'a mut Instance) -> Self {
        Self { class: &instance.class, receiver: Receiver::Mut(&mut instance.data), place: 0 }
    }

    /// A value of this class.
    pub(crate) fn of(value: &'a Value, class: &'a Class) -> Self {
        match value {
            Value::Instance(kept) => Self { class: &kept.class, receiver: Receiver::Kept(kept), place: 0 },
            value => Self { class, receiver: Receiver::Value(value), place: 0 },
        }
    }

    /// A value of this class, to be changed; an instance is copied first if somebody else holds it too.
    pub(crate) fn of_value_mut(value: &'a mut Value, class: &'a Class) -> Self {
        match value {
            Value::Instance(instance) => Self::of_mut(Arc::make_mut(instance)),
            value => Self { class, receiver: Receiver::Value(value), place: 0 },
        }
    }

    /// The same receiver, in a method that was found at another place.
    #[inline]
    pub(crate) const fn within(&self, place: u32) -> This<'_> {
        let receiver = match &self.receiver {
            Receiver::Ref(data) => Receiver::Ref(data),
            Receiver::Kept(kept) => Receiver::Kept(kept),
            Receiver::Mut(data) => Receiver::Ref(data),
            Receiver::Value(value) => Receiver::Value(value),
        };
        This { class: self.class, receiver, place }
    }

    /// The same receiver, to be changed, in a method that was found at another place.
    #[inline]
    pub(crate) const fn within_mut(&mut self, place: u32) -> This<'_> {
        let receiver = match &mut self.receiver {
            Receiver::Ref(data) => Receiver::Ref(data),
            Receiver::Kept(kept) => Receiver::Kept(kept),
            Receiver::Mut(data) => Receiver::Mut(data),
            Receiver::Value(value) => Receiver::Value(value),
        };
        This { class: self.class, receiver, place }
    }

    /// The receiver, to be changed, if whoever reads it may change it: it has an identity, or nothing to be changed.
    pub(crate) const fn shared(&self) -> Option<This<'_>> {
        match &self.receiver {
            Receiver::Value(_) => Some(self.within(self.place)),
            Receiver::Ref(_) | Receiver::Kept(_) | Receiver::Mut(_) => None,
        }
    }

    pub(super) const fn receiver(&self) -> &Receiver<'a> {
        &self.receiver
    }

    pub(super) const fn receiver_mut(&mut self) -> &mut Receiver<'a> {
        &mut self.receiver
    }

    /// The place in the MRO of the class that has the running method.
    pub(crate) const fn place(&self) -> u32 {
        self.place
    }

    /// The class that has the running method.
    pub(crate) fn owner(&self) -> &'a Class {
        self.class.at_place(self.place)
    }

    /// The class of the receiver; the metaclass, if the receiver is a class.
    #[inline]
    #[must_use]
    pub const fn class(&self) -> &'a Class {
        self.class
    }

    /// The receiver, if it is a class.
    #[must_use]
    pub const fn as_class(&self) -> Option<&Class> {
        match &self.receiver {
            Receiver::Value(Value::Class(class)) => Some(class),
            _ => None,
        }
    }

    /// The receiver as a value: a copy, unless it has an identity.
    #[must_use]
    pub fn to_value(&self) -> Value {
        let copy = |data: &Data| Instance { class: self.class.clone(), data: data.clone() }.into();
        match &self.receiver {
            Receiver::Ref(data) => copy(data),
            Receiver::Kept(kept) => Value::Instance(Arc::clone(kept)),
            Receiver::Mut(data) => copy(data),
            Receiver::Value(value) => Value::clone(value),
        }
    }

    /// Is it the very same instance as a value?
    pub(crate) fn is(&self, value: &Value) -> bool {
        match (&self.receiver, value) {
            (Receiver::Kept(kept), Value::Instance(other)) => Arc::ptr_eq(kept, other),
            (Receiver::Value(Value::Shared(shared)), Value::Shared(other)) => shared.is(other),
            (Receiver::Value(Value::Opaque(value)), Value::Opaque(other)) => value.is_same(other),
            _ => false,
        }
    }

    /// Where it lies, if it is a shared instance.
    pub(crate) fn shared_address(&self) -> Option<usize> {
        match &self.receiver {
            Receiver::Value(Value::Shared(shared)) => Some(shared.address()),
            _ => None,
        }
    }

    /// The instance that a compiled struct is.
    pub(crate) fn compiled(&self) -> Option<Result<Instance, Error>> {
        match &self.receiver {
            Receiver::Value(Value::Opaque(opaque)) => opaque.get().__to_instance(),
            _ => None,
        }
    }

    /// What it holds itself, unless it is shared or another value.
    #[inline]
    pub(super) fn data(&self) -> Option<&Data> {
        match &self.receiver {
            Receiver::Ref(data) => Some(data),
            Receiver::Kept(kept) => Some(&kept.data),
            Receiver::Mut(data) => Some(data),
            Receiver::Value(_) => None,
        }
    }

    /// Reads an attribute, as [`Instance::get`].
    ///
    /// # Errors
    /// Those of [`Instance::get`].
    #[inline]
    pub fn get<N: AttrName>(&self, name: N) -> Result<Value, Error> {
        match self.class.glance_at_place(name).and_then(|place| self.data()?.at(place)) {
            Some(value) => Ok(value.clone()),
            None => access::get_slowly(self, name),
        }
    }

    /// Borrows an attribute, as [`Instance::get_ref`].
    ///
    /// # Errors
    /// Those of [`Instance::get_ref`]; a `TypeError` if the receiver is a shared instance or another value.
    #[inline]
    pub fn get_ref<N: AttrName>(&self, name: N) -> Result<&Value, Error> {
        match self.data() {
            Some(data) => access::borrow(self.class, data, name),
            None => Err(access::not_borrowed(self.class, name.__text())),
        }
    }

    /// Reads an attribute as a Rust type, as [`Instance::get_as`]; what cannot be borrowed is read as an owned type.
    ///
    /// # Errors
    /// Those of [`Instance::get_as`].
    pub fn get_as<'s, T: FromValue<'s>>(&'s self, name: &str) -> Result<T, Error> {
        match self.data() {
            Some(data) => access::read(self.class, data, name),
            None => access::own(self.class, name, self.get(name)?),
        }
    }

    /// Sets an attribute, as [`Instance::set`].
    ///
    /// # Errors
    /// Those of [`Instance::set`]; a `TypeError` if the receiver cannot be changed.
    #[inline]
    pub fn set<N: AttrName>(&mut self, name: N, value: impl Into<Value>) -> Result<(), Error> {
        access::set(self, name, value.into())
    }

    /// Sets an attribute past `__setattr__`: Python's `object.__setattr__(self, name, value)`.
    ///
    /// # Errors
    /// Those of [`set`](Self::set).
    pub fn set_plainly(&mut self, name: &str, value: impl Into<Value>) -> Result<(), Error> {
        access::set_plainly(self, name, value.into())
    }

    pub(crate) fn get_plainly(&self, name: &str) -> Result<Value, Error> {
        access::find(self, name, self.class.table().get(name))
    }

    pub(crate) fn delete_plainly(&mut self, name: &str) -> Result<(), Error> {
        access::delete_plainly(self, name)
    }

    /// Changes an attribute in place, as [`Instance::update`].
    ///
    /// # Errors
    /// Those of [`Instance::update`].
    pub fn update<R>(&mut self, name: &str, change: impl FnOnce(&mut Value) -> Result<R, Error>) -> Result<R, Error> {
        access::update(self, name, change)
    }

    /// Deletes an attribute, as [`Instance::delete`].
    ///
    /// # Errors
    /// Those of [`Instance::delete`].
    pub fn delete(&mut self, name: &str) -> Result<(), Error> {
        access::delete(self, name)
    }

    /// Has it an attribute of this name?
    ///
    /// # Errors
    /// Whatever reading it fails with, but for an `AttributeError`.
    pub fn has(&self, name: &str) -> Result<bool, Error> {
        access::has(self.get(name))
    }

    /// Its own attributes: Python's `vars`.
    ///
    /// # Errors
    /// A `TypeError` if it has none.
    pub fn vars(&self) -> Result<Dict, Error> {
        match &self.receiver {
            Receiver::Value(value) => value.vars(),
            _ if self.class.has_dict() => {
                Ok(self.data().map(|data| access::vars(self.class, data)).unwrap_or_default())
            }
            _ => Err(no_vars()),
        }
    }

    /// Its own attributes but for secret fields; nothing if it has none.
    pub(crate) fn to_dict(&self) -> Dict {
        let is_shown = |name: &str| match self.class.layout().find(name) {
            Some(slot) => slot.field().is_none_or(|field| !field.has(Flags::SECRET)),
            None => true,
        };
        let vars = self.vars().unwrap_or_default();
        let shown = vars.iter().filter_map(|(name, value)| Some((name.as_str()?, value.clone())));
        shown.filter(|(name, _)| is_shown(name)).collect()
    }

    /// Calls a method of the receiver that only reads it.
    ///
    /// # Errors
    /// Those of [`Instance::call`].
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "where a call is written, it is known whether there are arguments")]
    pub fn call<N: AttrName>(&self, name: N, args: Args) -> Result<Value, Error> {
        call::call(self, name, args)
    }

    /// Calls a method of the receiver that may change it.
    ///
    /// # Errors
    /// Those of [`Instance::call_mut`].
    #[inline]
    pub fn call_mut<N: AttrName>(&mut self, name: N, mut args: Args) -> Result<Value, Error> {
        call::call_mut(self, name, &mut args)
    }

    /// Calls the next method of this name: Python's `super().name(..)`.
    ///
    /// What is next follows from the class of the receiver, not from the one that the method was written in, so each
    /// class of a diamond has its turn once.
    ///
    /// # Errors
    /// An `AttributeError` if there is none, and those of [`Instance::call`].
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "where a call is written, it is known whether there are arguments")]
    pub fn super_call<N: AttrName>(&self, name: N, args: Args) -> Result<Value, Error> {
        call::super_call(self, name, args)
    }

    /// The same for a method that may change the receiver.
    ///
    /// # Errors
    /// Those of [`super_call`](Self::super_call).
    #[inline]
    pub fn super_call_mut<N: AttrName>(&mut self, name: N, mut args: Args) -> Result<Value, Error> {
        call::super_call_mut(self, name, &mut args)
    }

    /// What comes after a class: Python's `super(class, self)`.
    ///
    /// # Errors
    /// A `TypeError` if the receiver is no instance of the class.
    pub fn super_of(&self, class: &Class) -> Result<Super<'_>, Error> {
        Ok(Super::new(self, self.place_behind(class)?))
    }

    /// The same for methods that may change the receiver.
    ///
    /// # Errors
    /// Those of [`super_of`](Self::super_of).
    pub fn super_of_mut(&mut self, class: &Class) -> Result<SuperMut<'_>, Error> {
        let place = self.place_behind(class)?;
        Ok(SuperMut::new(self, place))
    }

    pub(crate) fn into_super(self, class: &Class) -> Result<Super<'a>, Error> {
        let place = self.place_behind(class)?;
        Ok(Super::of(Self { place, ..self }))
    }

    /// The repr of an object whose class says nothing of it.
    pub(crate) fn plain_repr(&self) -> String {
        match self.as_class() {
            Some(class) => match class.module() {
                "builtins" => format!("<class '{}'>", class.qualname()),
                module => format!("<class '{module}.{}'>", class.qualname()),
            },
            None => format!("<{}.{} object>", self.class.module(), self.class.qualname()),
        }
    }

    fn place_behind(&self, class: &Class) -> Result<u32, Error> {
        self.class.place_in_mro(class).ok_or_else(not_an_instance)
    }
}
