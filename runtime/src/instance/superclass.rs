//! Python's `super`.

use super::{This, call};
use crate::args::Args;
use crate::class::Cls;
use crate::error::Error;
use crate::symbol::AttrName;
use crate::value::Value;

/// What the classes behind another one have for a receiver: Python's `super()`.
///
/// ```
/// use metaclass::prelude::*;
///
/// let base = Class::builder("Base").attr("v", "base").build()?;
/// let sub = Class::builder("Sub")
///     .base(&base)
///     .attr("v", "sub")
///     .method("both", move |this| Ok(format!("{} {}", this.get("v")?, this.super_of(this.class())?.get("v")?)))
///     .build()?;
/// assert_eq!(sub.instantiate(Args::new())?.call("both", Args::new())?, "sub base".into());
/// # Ok::<(), Error>(())
/// ```
pub struct Super<'a>(Receiver<'a>);

enum Receiver<'a> {
    Instance(This<'a>),
    Class(Cls<'a>),
}

impl<'a> Super<'a> {
    #[inline]
    pub(super) fn new(this: &'a This<'_>, place: u32) -> Self {
        Self::of(this.within(place))
    }

    pub(crate) const fn of(this: This<'a>) -> Self {
        Self(Receiver::Instance(this))
    }

    pub(crate) const fn of_class(class: Cls<'a>) -> Self {
        Self(Receiver::Class(class))
    }

    /// Reads an attribute that a class behind has.
    ///
    /// # Errors
    /// An `AttributeError` if none has it, and whatever a getter fails with.
    pub fn get<N: AttrName>(&self, name: N) -> Result<Value, Error> {
        match &self.0 {
            Receiver::Instance(this) => call::super_get(this, name),
            Receiver::Class(class) => class.super_get(name.__text()),
        }
    }

    /// Calls a method that a class behind has.
    ///
    /// # Errors
    /// An `AttributeError` if none has it, and those of [`Instance::call`](super::Instance::call).
    #[inline]
    pub fn call<N: AttrName>(&self, name: N, args: Args) -> Result<Value, Error> {
        match &self.0 {
            Receiver::Instance(this) => this.super_call(name, args),
            Receiver::Class(class) => class.super_call(name.__text(), args),
        }
    }
}

/// The same as [`Super`], for methods that may change the receiver.
pub struct SuperMut<'a> {
    this: This<'a>,
}

impl<'a> SuperMut<'a> {
    #[inline]
    pub(super) fn new(this: &'a mut This<'_>, place: u32) -> Self {
        Self { this: this.within_mut(place) }
    }

    /// Calls a method that a class behind has.
    ///
    /// # Errors
    /// Those of [`Super::call`].
    #[inline]
    pub fn call<N: AttrName>(&mut self, name: N, mut args: Args) -> Result<Value, Error> {
        call::super_call_mut(&mut self.this, name, &mut args)
    }
}

#[cold]
pub(crate) fn not_an_instance() -> Error {
    Error::type_error("super(type, obj): obj must be an instance or subtype of type")
}

#[cold]
pub(crate) fn no_next(name: &str) -> Error {
    Error::attribute_error(format!("'super' object has no attribute {}", crate::repr::repr(name)))
}
