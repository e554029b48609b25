//! Values as objects: each has a class, and attributes that are read, set and called.

use super::{Dict, Value};
use crate::args::Args;
use crate::class::{Class, Cls, builtins};
use crate::error::Error;
use crate::factory::enumeration::is_same_member;
use crate::function::not_callable;
use crate::instance::{self, Super, This, call_special, has, is_missing};
use crate::spec::ClassSpec;

impl Value {
    /// Its class: Python's `type(value)`.
    ///
    /// ```
    /// use metaclass::Value;
    ///
    /// assert_eq!(Value::from(1).class().to_string(), "<class 'int'>");
    /// ```
    #[must_use]
    pub fn class(&self) -> &Class {
        match self {
            Self::None => builtins::none_type(),
            Self::NotImplemented => builtins::not_implemented_type(),
            Self::False | Self::True => builtins::bool(),
            Self::Int(_) | Self::Wide(_) => builtins::int(),
            Self::Float(_) => builtins::float(),
            Self::Str(_) => builtins::str(),
            Self::Bytes(_) => builtins::bytes(),
            Self::List(_) => builtins::list(),
            Self::Tuple(_) => builtins::tuple(),
            Self::Set(_) => builtins::set(),
            Self::Dict(_) => builtins::dict(),
            Self::Instance(instance) => instance.class(),
            Self::Shared(shared) => shared.class(),
            Self::Class(class) => class.metaclass(),
            Self::WeakClass(_) => builtins::weakref(),
            Self::Function(function) => builtins::get(function.class_name()).unwrap_or_else(|| builtins::object()),
            Self::Descriptor(descriptor) => match descriptor.get().class_name() {
                "property" => builtins::property(),
                _ => builtins::object(),
            },
            Self::Opaque(value) => value.get().spec().and_then(ClassSpec::class).unwrap_or_else(|| builtins::object()),
        }
    }

    /// Is it the very same object? Values without an identity are the same if they are equal and of one class.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let class = Class::builder("C").build()?;
    /// let (a, b) = (Value::from(class.instantiate(args!())?), Value::from(class.instantiate(args!())?));
    /// assert!(a.is(&a.clone()) && !a.is(&b));
    /// assert!(Value::None.is(&Value::None) && !Value::from(1).is(&1.0.into()));
    /// # Ok::<(), Error>(())
    /// ```
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Instance(a), Self::Instance(b)) => {
                std::sync::Arc::ptr_eq(a, b) || a.class() == b.class() && is_same_member(self, other)
            }
            (Self::Shared(a), Self::Shared(b)) => a.is(b),
            // Whether there is an `__eq__` is not asked: who asks that may come here.
            (Self::Opaque(a), Self::Opaque(b)) => a.is_equal(b),
            (Self::Class(a), Self::Class(b)) => a == b,
            (Self::Instance(_) | Self::Shared(_) | Self::Class(_), _)
            | (_, Self::Instance(_) | Self::Shared(_) | Self::Class(_)) => false,
            (a, b) => a.class() == b.class() && a == b,
        }
    }

    /// Is what it does under this special name a method of its class? That of a class is its metaclass.
    pub(crate) fn defines(&self, method: &str) -> bool {
        matches!(self, Self::Instance(_) | Self::Shared(_) | Self::Class(_)) && self.class().finds(method)
    }

    /// What `object.__hash__` says.
    ///
    /// # Errors
    /// A `TypeError` if the class says what is equal, and not what that is hashed by.
    pub(crate) fn identity_hash(&self) -> Result<i64, Error> {
        match instance::hides_hash(self.class()) {
            true => Err(instance::unhashable(self.class())),
            false => Ok(i64::try_from(self.address()).unwrap_or(i64::MAX)),
        }
    }

    /// Where an object lies: what it is hashed by, if nothing else is said. Bound methods that are equal lie at one place.
    pub(super) fn address(&self) -> usize {
        match self {
            Self::Instance(instance) => std::sync::Arc::as_ptr(instance).addr(),
            Self::Shared(shared) => shared.address(),
            Self::Class(class) => class.address(),
            Self::WeakClass(class) => class.address(),
            Self::Function(function) => function.address(),
            Self::Descriptor(descriptor) => descriptor.address(),
            _ => 0,
        }
    }

    /// Is it an instance of this class, or of one that derives from it? Python's `isinstance`.
    ///
    /// A hook that fails answers no; [`Class::has_instance`] gives the error.
    #[must_use]
    pub fn is_instance_of(&self, class: &Class) -> bool {
        class.has_instance(self).unwrap_or(false)
    }

    /// Reads an attribute: Python's `getattr(value, name)`.
    ///
    /// # Errors
    /// An `AttributeError` if there is none of this name, and whatever a getter fails with.
    pub fn get_attr(&self, name: &str) -> Result<Self, Error> {
        match self {
            Self::Class(class) => class.get(name),
            Self::Opaque(opaque) => opaque.get().get(name).or_else(|error| self.of_compiled(name, error)),
            value => This::of(value, value.class()).get(name),
        }
    }

    /// An attribute of a compiled struct that is no field: what its class has.
    fn of_compiled(&self, name: &str, error: Error) -> Result<Self, Error> {
        let class = self.class();
        if class == builtins::object() || !is_missing(&error) {
            return Err(error);
        }
        let read = This::of(self, class).get(name);
        read.map_err(|other| if is_missing(&other) { error } else { other })
    }

    /// Has it an attribute of this name? Python's `hasattr`.
    ///
    /// # Errors
    /// Whatever reading it fails with, but for an `AttributeError`.
    pub fn has_attr(&self, name: &str) -> Result<bool, Error> {
        has(self.get_attr(name))
    }

    /// Sets an attribute: Python's `setattr(value, name, attribute)`. An instance is copied first if somebody else holds
    /// it too.
    ///
    /// # Errors
    /// An `AttributeError` or `TypeError` if it takes no such attribute, and whatever a setter fails with.
    pub fn set_attr(&mut self, name: &str, value: impl Into<Self>) -> Result<(), Error> {
        match self {
            Self::Class(class) => class.set(name, value),
            Self::Opaque(opaque) => opaque.get_mut().set(name, value.into()),
            receiver => receiver.with_this(|this| this.set(name, value)),
        }
    }

    /// Deletes an attribute: Python's `delattr(value, name)`.
    ///
    /// # Errors
    /// An `AttributeError` if it has none of this name, and whatever a deleter fails with.
    pub fn delete_attr(&mut self, name: &str) -> Result<(), Error> {
        match self {
            Self::Class(class) => class.delete(name),
            receiver => receiver.with_this(|this| this.delete(name)),
        }
    }

    /// Its own attributes: Python's `vars(value)`.
    ///
    /// # Errors
    /// A `TypeError` if it has none.
    pub fn vars(&self) -> Result<Dict, Error> {
        match self {
            Self::Instance(instance) if instance.class().has_dict() => Ok(instance.vars()),
            Self::Shared(shared) if shared.class().has_dict() => shared.vars(),
            Self::Class(class) => Ok(class.vars()),
            _ => Err(no_vars()),
        }
    }

    /// Calls it: a function, a class, an instance with `__call__`.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let adder = Class::builder("Adder")
    ///     .field("n", Field::int())
    ///     .method_with("__call__", params!(x: Field::int()), |this, args| {
    ///         Ok(this.get_as::<i64>("n")? + args.get::<(i64,)>()?.0)
    ///     })
    ///     .build()?;
    /// let add_two = Value::from(adder).call(args!(2))?;
    /// assert_eq!(add_two.call(args!(3))?, 5.into());
    /// assert_eq!(Value::from(1).call(args!()).unwrap_err().to_string(), "'int' object is not callable");
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// A `TypeError` if it cannot be called or if the arguments do not fit, and whatever it fails with.
    pub fn call(&self, args: Args) -> Result<Self, Error> {
        match self {
            Self::Function(function) => function.call(args),
            Self::Class(class) => class.call(args),
            // As in Python: the class that it leads to, or `None`.
            Self::WeakClass(class) if args.is_empty() => args.check("weakref").map(|()| class.upgrade().into()),
            value if value.class().finds("__call__") => call_special(&This::of(value, value.class()), "__call__", args),
            value => Err(not_callable(value.type_name())),
        }
    }

    /// Calls a method; one that changes an instance needs [`call_method_mut`](Self::call_method_mut), unless that is
    /// shared.
    ///
    /// # Errors
    /// An `AttributeError` if there is none of this name, a `TypeError` if the arguments do not fit, and whatever the
    /// method fails with.
    pub fn call_method(&self, name: &str, args: Args) -> Result<Self, Error> {
        match self {
            Self::Class(class) => class.call_method(name, args),
            value => This::of(value, value.class()).call(name, args),
        }
    }

    /// Calls a method that may change the value. An instance is copied first if somebody else holds it too.
    ///
    /// # Errors
    /// Those of [`call_method`](Self::call_method).
    pub fn call_method_mut(&mut self, name: &str, args: Args) -> Result<Self, Error> {
        match self {
            Self::Class(class) => class.call_method(name, args),
            receiver => receiver.with_this(|this| this.call_mut(name, args)),
        }
    }

    fn with_this<R>(&mut self, function: impl FnOnce(&mut This<'_>) -> R) -> R {
        let class = self.class().clone();
        function(&mut This::of_value_mut(self, &class))
    }

    /// What the classes behind another one have for this value: Python's `super(class, value)`.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let base = Class::builder("Base").attr("v", "base").build()?;
    /// let sub = Class::builder("Sub").base(&base).attr("v", "sub").build()?;
    /// let value = Value::from(sub.instantiate(args!())?);
    /// assert_eq!(value.super_of(&sub)?.get("v")?, "base".into());
    /// assert_eq!(Value::from(&sub).super_of(&sub)?.get("v")?, "base".into());
    /// let error = Value::from(42).super_of(&sub).map(drop).unwrap_err();
    /// assert_eq!(error.to_string(), "super(type, obj): obj must be an instance or subtype of type");
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// A `TypeError` if the value is neither an instance of the class nor a class that derives from it.
    pub fn super_of<'a>(&'a self, class: &Class) -> Result<Super<'a>, Error> {
        if let Self::Class(receiver) = self
            && let Some(place) = receiver.place_in_mro(class)
        {
            return Ok(Super::of_class(Cls::new(receiver, place)));
        }
        This::of(self, self.class()).into_super(class)
    }
}

#[cold]
pub(crate) fn no_vars() -> Error {
    Error::type_error("vars() argument must have __dict__ attribute")
}
