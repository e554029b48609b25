//! Instances are made: `__call__` of the metaclass, `__new__`, `__init__`.

use std::mem::take;
use std::sync::atomic::Ordering;

use super::hook::run;
use super::{CallClass, Class, New, Placed, builtins, pipeline, special};
use crate::args::Args;
use crate::error::Error;
use crate::instance::{Data, Instance, This, call_placed_mut};
use crate::symbol::INIT;
use crate::value::Value;

impl Class {
    /// Calls the class, as Python does: the metaclass may give anything, the class usually an instance.
    ///
    /// A metaclass that is called with a name, bases and a namespace makes a class; `type` with one argument gives the
    /// class of that.
    ///
    /// # Errors
    /// A `TypeError` if the arguments do not fit, and whatever a hook or the constructor fails with.
    pub fn call(&self, args: Args) -> Result<Value, Error> {
        args.check(self.qualname())?;
        match self.is_called_otherwise() {
            true => run(&mut CallClass { class: self.clone(), args }, self.metaclass(), 0),
            false => new_and_init(self, args),
        }
    }

    /// Makes an instance.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let point = Class::builder("Point")
    ///     .init_with(["x", "y"], |this, args| {
    ///         let (x, y): (&Value, &Value) = args.get()?;
    ///         this.set("x", x.clone())?;
    ///         this.set("y", y.clone())
    ///     })
    ///     .build()?;
    /// let p = point.instantiate(Args::new().with(3).with_keyword("y", 7))?;
    /// assert_eq!(p.vars().to_string(), "{'x': 3, 'y': 7}");
    /// let error = point.instantiate(Args::new().with(3)).unwrap_err();
    /// assert_eq!(error.to_string(), "Point.__init__() missing 1 required positional argument: 'y'");
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`call`](Self::call), and a `TypeError` if that gives no instance.
    pub fn instantiate(&self, mut args: Args) -> Result<Instance, Error> {
        match self.filled_by(&mut args) {
            Some(instance) => Ok(instance),
            None => self.instantiate_otherwise(&mut args),
        }
    }
}

impl Class {
    /// The instance with these arguments in its places, if it is known that the call makes just that.
    #[inline]
    fn filled_by(&self, args: &mut Args) -> Option<Instance> {
        let (shape, (values, names)) = (self.shape(), args.unpacked()?);
        let is_known = shape.filled.load(Ordering::Relaxed) == self.version() && !self.is_called_otherwise();
        let is_filled = is_known && shape.layout.is_filled_by(values.len(), names) && shape.layout.takes(values);
        is_filled.then(|| Instance::new(self.clone(), Data::of(args.take_values())))
    }

    #[inline(never)]
    fn instantiate_otherwise(&self, args: &mut Args) -> Result<Instance, Error> {
        if !self.0.has_special(special::NEW) && !self.is_called_otherwise() {
            return make(self, args);
        }
        let value = self.call(take(args))?;
        let got = value.type_name().to_owned();
        Instance::try_from(value)
            .map_err(|_| Error::type_error(format!("{}() gives no instance, but {got}", self.name())))
    }

    /// Has it a metaclass with a `__call__` of its own?
    fn is_called_otherwise(&self) -> bool {
        self.0.metaclass().is_some_and(|metaclass| metaclass.0.has_special(special::CALL))
    }
}

/// What `type.__call__` does.
pub(super) fn new_and_init(class: &Class, mut args: Args) -> Result<Value, Error> {
    if class.is_metaclass() {
        return pipeline::call_metaclass(class, args);
    }
    if let Some(converted) = builtins::convert(class, &args) {
        return converted;
    }
    if !class.0.has_special(special::NEW) {
        return make(class, &mut args).map(Value::from);
    }
    let mut value = run(&mut New { class: class.clone(), args: args.clone() }, class, 0)?;
    let made = value.class().clone();
    // As in Python, what is no instance of the class is not initialised; a subclass's instance by its own constructor.
    if made.descends_from(class) && matches!(value, Value::Instance(_) | Value::Shared(_)) {
        init(&mut This::of_value_mut(&mut value, &made), &mut args)?;
    }
    Ok(value)
}

/// What `object.__new__` and `__init__` do.
fn make(class: &Class, args: &mut Args) -> Result<Instance, Error> {
    // What is found out is true of this version; the class may change meanwhile.
    let (version, shape) = (class.version(), class.shape());
    can_be_made(class)?;
    if let Some(Value::Function(function)) = init_of(class).and_then(|placed| placed.held.fixed())
        && let Some(plan) = function.as_init().and_then(|(init, made)| init.plan(made))
    {
        if plan.is_filled_by(class, args) {
            if plan.fills() && shape.filled.load(Ordering::Relaxed) != version {
                shape.filled.store(version, Ordering::Relaxed);
            }
            return plan.make_in_order(class, args, function.shown_name());
        }
        if let Some(call) = plan.call(class, args) {
            return call.make(class, args, function.shown_name());
        }
    }
    let mut instance = bare(class, args)?;
    init(&mut This::of_mut(&mut instance), args)?;
    Ok(instance)
}

/// What `object.__new__` does, or that of the built-in class which says what the instance is.
pub(crate) fn new_instance(class: &Class, args: &Args) -> Result<Instance, Error> {
    can_be_made(class)?;
    bare(class, args)
}

pub(super) fn bare(class: &Class, args: &Args) -> Result<Instance, Error> {
    let mut instance = Instance::empty(class.clone());
    if let Some(payload) = class.layout().payload() {
        instance.set_payload(payload.made(args)?);
    }
    Ok(instance)
}

#[inline]
fn can_be_made(class: &Class) -> Result<(), Error> {
    match class.0.has_special(special::ABSTRACT) {
        true => Err(is_abstract(class, &class.abstract_methods())),
        false if builtins::is_value_class(class) => {
            Err(Error::type_error(format!("cannot create '{}' instances", class.name())))
        }
        false => Ok(()),
    }
}

#[cold]
fn is_abstract(class: &Class, names: &[&str]) -> Error {
    let plural = if names.len() == 1 { "" } else { "s" };
    let names = names.iter().map(|name| format!("'{name}'")).collect::<Vec<_>>().join(", ");
    let class = class.name();
    Error::type_error(format!(
        "Can't instantiate abstract class {class} without an implementation for abstract method{plural} {names}"
    ))
}

/// `__init__` of a class; none is that of `object`, which takes nothing.
#[inline]
pub(super) fn init_of(class: &Class) -> Option<&Placed> {
    class.find(*INIT).filter(|_| !class.0.is_builtin || class != builtins::object())
}

/// Runs `__init__`.
fn init(this: &mut This<'_>, args: &mut Args) -> Result<(), Error> {
    let class = this.class();
    if let Some(placed) = init_of(class) {
        return match call_placed_mut(this, placed, args)? {
            Value::None => Ok(()),
            other => Err(Error::type_error(format!("__init__() should return None, not '{}'", other.type_name()))),
        };
    }
    args.check(class.name())?;
    match args.is_empty() || class.0.has_special(special::NEW) || class.layout().payload().is_some() {
        true => Ok(()),
        false => Err(Error::type_error(format!("{}() takes no arguments", class.name()))),
    }
}
