//! Closures to functions.

use super::{Code, Failure, Function, Takes};
use crate::args::{Args, BoundArguments, Params};
use crate::class::{Cls, Init};
use crate::error::Error;
use crate::factory::dataclass::Constructor;
use crate::instance::This;
use crate::signature::Signature;
use crate::spec::Text;
use crate::value::Value;

impl Function {
    /// A function of its arguments alone. In a class it becomes a method, with the instance as its first argument.
    pub fn new<R: Into<Value>>(
        name: impl Into<Text>,
        function: impl Fn(Args) -> Result<R, Error> + Send + Sync + 'static,
    ) -> Self {
        Self::of_code(name, Code::Plain(Box::new(move |args, failure| failure.take(function(args)))))
    }

    /// A method that reads its receiver and takes no arguments.
    ///
    /// ```
    /// use metaclass::prelude::*;
    /// use metaclass::Function;
    ///
    /// let repr = Function::method("__repr__", |this| Ok(format!("Point({})", this.get("x")?)));
    /// let point = Class::new("Point", [], [("x", 1.into()), ("__repr__", repr.into())])?;
    /// assert_eq!(point.instantiate(Args::new())?.to_string(), "Point(1)");
    /// # Ok::<(), Error>(())
    /// ```
    pub fn method<R: Into<Value>>(
        name: impl Into<Text>,
        function: impl Fn(&This<'_>) -> Result<R, Error> + Send + Sync + 'static,
    ) -> Self {
        Self::of_code(name, Code::Unary(Box::new(move |this, failure| failure.take(function(this)))))
    }

    /// A method that changes its receiver and takes no arguments.
    pub fn method_mut<R: Into<Value>>(
        name: impl Into<Text>,
        function: impl Fn(&mut This<'_>) -> Result<R, Error> + Send + Sync + 'static,
    ) -> Self {
        Self::of_code(name, Code::UnaryMut(Box::new(move |this, failure| failure.take(function(this)))))
    }

    /// A method that reads its receiver and takes these parameters; they are bound and checked before it runs.
    ///
    /// # Errors
    /// Those of [`Params::build`].
    pub fn method_with<R: Into<Value>>(
        name: impl Into<Text>,
        params: impl Into<Params>,
        function: impl Fn(&This<'_>, BoundArguments<'_>) -> Result<R, Error> + Send + Sync + 'static,
    ) -> Result<Self, Error> {
        let signature = Box::new(Signature::of_constructor(params.into().into_params()?));
        let code = move |this: &This<'_>, args: &mut Args, callee: &Self, failure: &mut Failure| {
            failure.take(callee.accept(args, |args| function(this, args)))
        };
        Ok(Self::of_code(name, Code::Reader(Box::new(code), Some(signature))))
    }

    /// A method that changes its receiver and takes these parameters; they are bound and checked before it runs.
    ///
    /// # Errors
    /// Those of [`Params::build`].
    pub fn method_mut_with<R: Into<Value>>(
        name: impl Into<Text>,
        params: impl Into<Params>,
        function: impl Fn(&mut This<'_>, BoundArguments<'_>) -> Result<R, Error> + Send + Sync + 'static,
    ) -> Result<Self, Error> {
        let signature = Box::new(Signature::of_constructor(params.into().into_params()?));
        let code = move |this: &mut This<'_>, args: &mut Args, callee: &Self, failure: &mut Failure| {
            failure.take(callee.accept(args, |args| function(this, args)))
        };
        Ok(Self::of_code(name, Code::Writer(Box::new(code), Some(signature))))
    }

    /// The `__init__` that the fields of a class make.
    pub(crate) fn init(init: Init) -> Self {
        Self::of_code(Text::new("__init__"), Code::Init(init))
    }

    /// The `__init__` of a dataclass that has more to do than to set the fields.
    pub(crate) fn constructor(constructor: Constructor) -> Self {
        Self::of_code(Text::new("__init__"), Code::Constructor(Box::new(constructor)))
    }

    /// A method of a built-in class, which reads its receiver and its arguments as they come. What it takes is said when
    /// it is called, so that a method which knows nothing else keeps nothing.
    pub(crate) fn reader(
        name: &'static str,
        takes: impl Fn() -> Takes + Send + Sync + 'static,
        function: impl Fn(&This<'_>, Args) -> Result<Value, Error> + Send + Sync + 'static,
    ) -> Self {
        let code = move |this: &This<'_>, args: &mut Args, callee: &Self, failure: &mut Failure| {
            failure.take(takes().take(callee.qualname(), args).and_then(|args| function(this, args)))
        };
        Self::of_code(Text::new(name), Code::Reader(Box::new(code), None))
    }

    /// The same for a method that changes its receiver.
    pub(crate) fn writer(
        name: &'static str,
        takes: impl Fn() -> Takes + Send + Sync + 'static,
        function: impl Fn(&mut This<'_>, Args) -> Result<Value, Error> + Send + Sync + 'static,
    ) -> Self {
        let code = move |this: &mut This<'_>, args: &mut Args, callee: &Self, failure: &mut Failure| {
            failure.take(takes().take(callee.qualname(), args).and_then(|args| function(this, args)))
        };
        Self::of_code(Text::new(name), Code::Writer(Box::new(code), None))
    }

    /// A method of the class, which it gets in the place of an instance: Python's `classmethod`.
    pub fn class_method<R: Into<Value>>(
        name: impl Into<Text>,
        function: impl Fn(&Cls<'_>, Args) -> Result<R, Error> + Send + Sync + 'static,
    ) -> Self {
        let code = move |class: &Cls<'_>, args: &mut Args, callee: &Self, failure: &mut Failure| {
            failure.take(args.take(callee.qualname()).and_then(|args| function(class, args)))
        };
        Self::of_code(name, Code::OfClass(Box::new(code)))
    }

    /// A function that gets neither instance nor class: Python's `staticmethod`.
    pub fn static_method<R: Into<Value>>(
        name: impl Into<Text>,
        function: impl Fn(Args) -> Result<R, Error> + Send + Sync + 'static,
    ) -> Self {
        Self::of_code(name, Code::Static(Box::new(move |args, failure| failure.take(function(args)))))
    }

    /// A method that subclasses must have before they can be instantiated: Python's `abstractmethod`.
    pub fn abstract_method(name: impl Into<Text>) -> Self {
        Self::of_code(name, Code::Abstract)
    }
}
