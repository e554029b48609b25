//! The receiver of a class method: what Python calls `cls`.

use std::ops::Deref;

use super::{Class, Placed, builtins};
use crate::args::Args;
use crate::descriptor;
use crate::error::Error;
use crate::instance::no_next;
use crate::value::Value;

/// The receiver of a class method: Python's `cls`, a [`Class`] that knows what `super` is.
///
/// ```
/// use metaclass::prelude::*;
///
/// let base = Class::builder("Base").class_method("make", |cls, args| cls.instantiate(args)).build()?;
/// let sub = Class::builder("Sub")
///     .base(&base)
///     .class_method("make", |cls, args| cls.super_call("make", args))
///     .build()?;
/// assert_eq!(sub.call_method("make", Args::new())?.type_name(), "Sub");
/// # Ok::<(), Error>(())
/// ```
pub struct Cls<'a> {
    class: &'a Class,
    place: u32,
}

impl<'a> Cls<'a> {
    pub(crate) const fn new(class: &'a Class, place: u32) -> Self {
        Self { class, place }
    }

    /// The class that has the running method.
    pub(crate) fn owner(&self) -> &'a Class {
        self.class.at_place(self.place)
    }

    /// Reads what the classes behind have under this name: Python's `super().name`.
    ///
    /// # Errors
    /// An `AttributeError` if none has it, and whatever a getter fails with.
    pub fn super_get(&self, name: &str) -> Result<Value, Error> {
        descriptor::get(&self.behind(self.place, name)?.held.value(), None, self.class)
    }

    /// Calls the next class method of this name: Python's `super().name(..)`.
    ///
    /// # Errors
    /// An `AttributeError` if there is none, and whatever the method fails with.
    pub fn super_call(&self, name: &str, args: Args) -> Result<Value, Error> {
        self.call_behind(self.place, name, args)
    }

    /// Calls the next class method of this name behind a class: Python's `super(class, cls).name(..)`.
    ///
    /// # Errors
    /// A `TypeError` if the receiver does not derive from the class; those of [`super_call`](Self::super_call).
    pub fn super_call_of(&self, class: &Class, name: &str, args: Args) -> Result<Value, Error> {
        match self.class.place_in_mro(class) {
            Some(place) => self.call_behind(place, name, args),
            None => Err(crate::instance::not_an_instance()),
        }
    }

    /// What the classes behind a place have under a name; `object` is behind them all.
    fn behind(&self, place: u32, name: &str) -> Result<&'a Placed, Error> {
        let class: &'a Class = self.class;
        class.find_after(place, name).or_else(|| builtins::object().find(name)).ok_or_else(|| no_next(name))
    }

    fn call_behind(&self, place: u32, name: &str, mut args: Args) -> Result<Value, Error> {
        let placed = self.behind(place, name)?;
        match placed.held.value() {
            Value::Function(function) => function.run_of_class(self.class, placed.owner, &mut args),
            attribute => descriptor::get(&attribute, None, self.class)?.call(args),
        }
    }
}

impl Deref for Cls<'_> {
    type Target = Class;

    fn deref(&self) -> &Class {
        self.class
    }
}
