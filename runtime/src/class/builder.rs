//! The class statement, written in Rust.

mod hooks;
mod statement;

use std::iter::once_with;

pub(super) use statement::{Body, Statement};

use super::{Class, Cls, builtins, pipeline};
use crate::args::{Args, BoundArguments, Params};
use crate::descriptor::{Attribute, Descriptor, DescriptorValue, FieldMark, Property};
use crate::error::Error;
use crate::factory::dataclass::DataclassOptions;
use crate::field::Field;
use crate::function::Function;
use crate::instance::This;
use crate::namespace::Namespace;
use crate::spec::Text;
use crate::symbol::{DATACLASS_PARAMS, Sym};
use crate::value::Value;

/// A class statement: what is written in it, in order. [`Class::builder`] begins it, [`build`](Self::build) makes the
/// class.
///
/// Methods get their receiver as a closure's first argument: `&This` if they read it, `&mut This` if they change it.
/// The names are Python's, `__repr__` and `__eq__` among them. A closure that holds the class that it is part of keeps
/// it for ever: take it from the receiver, or hold it by [`Class::downgrade`].
///
/// ```
/// use metaclass::prelude::*;
///
/// let money = Class::builder("Money")
///     .doc("An amount.")
///     .field("cents", Field::int())
///     .method("__repr__", |this| Ok(format!("Money({})", this.get("cents")?)))
///     .method_with("__add__", ["other"], |this, args| {
///         let (other,): (&Value,) = args.get()?;
///         let sum = this.get_as::<i64>("cents")? + i64::try_from(other.get_attr("cents")?)?;
///         this.class().instantiate(Args::new().with(sum))
///     })
///     .build()?;
/// let total = money.instantiate(Args::new().with(150))?.call("__add__", Args::new().with(money.instantiate(Args::new().with(50))?))?;
/// assert_eq!(total.to_string(), "Money(200)");
/// # Ok::<(), Error>(())
/// ```
#[must_use = "a class is made by `build`"]
pub struct ClassBuilder(
    // Each method moves the builder.
    Box<Statement>,
);

impl ClassBuilder {
    pub(super) fn begin(name: &str) -> Self {
        // Made where it stays.
        let mut statement = Box::<Statement>::default();
        statement.name = Text::copied(name);
        Self(statement)
    }

    /// With one more base.
    pub fn base(mut self, base: &Class) -> Self {
        self.0.bases.push(base.clone());
        self
    }

    /// With more bases.
    pub fn bases<'a>(mut self, bases: impl IntoIterator<Item = &'a Class>) -> Self {
        self.0.bases.extend(bases.into_iter().cloned());
        self
    }

    /// With this metaclass: a class that derives from `type`.
    pub fn metaclass(mut self, metaclass: &Class) -> Self {
        self.0.metaclass = Some(metaclass.clone());
        self
    }

    /// With a keyword argument of the class, for the hooks of its metaclass and for `__init_subclass__` of its bases.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let plugin = Class::builder("Plugin")
    ///     .init_subclass(|_, sub, keywords| sub.set("tag", keywords.take("tag").unwrap_or_default()))
    ///     .build()?;
    /// let csv = Class::builder("Csv").base(&plugin).keyword("tag", "csv").build()?;
    /// assert_eq!(csv.get("tag")?, "csv".into());
    /// # Ok::<(), Error>(())
    /// ```
    pub fn keyword(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.0.keywords.insert(name.into(), value);
        self
    }

    /// With a documentation.
    pub fn doc(self, doc: impl Into<String>) -> Self {
        self.attr("__doc__", doc.into())
    }

    /// In this module.
    pub fn module(mut self, module: impl Into<String>) -> Self {
        self.0.module = Text::from(module.into());
        self
    }

    /// With a name that shows the class around it: `Outer.Inner`.
    pub fn qualname(mut self, qualname: impl Into<String>) -> Self {
        self.0.qualname = Some(Text::from(qualname.into()));
        self
    }

    /// With an attribute: any value, a function, a class.
    pub fn attr(self, name: impl AsRef<str>, value: impl Into<Value>) -> Self {
        self.value(Sym::new(name.as_ref()), value)
    }

    #[inline]
    fn named(mut self, name: Sym, attribute: impl FnOnce() -> Attribute) -> Self {
        let attributes = &mut self.0.attributes;
        if attributes.capacity() == 0 {
            *attributes = Vec::with_capacity(8);
        }
        attributes.extend(once_with(|| (name, attribute())));
        self
    }

    fn value(self, name: Sym, value: impl Into<Value>) -> Self {
        self.named(name, || Attribute::Value(value.into()))
    }

    /// With several attributes, whose names are kept already.
    pub(crate) fn all_named(mut self, attrs: Vec<(Sym, Attribute)>) -> Self {
        let attributes = &mut self.0.attributes;
        // What is first needs no list of its own.
        if attributes.is_empty() {
            *attributes = attrs;
        } else {
            attributes.extend(attrs);
        }
        self
    }

    /// With several attributes.
    pub fn attrs<N: AsRef<str>>(self, attrs: impl IntoIterator<Item = (N, Value)>) -> Self {
        attrs.into_iter().fold(self, |builder, (name, value)| builder.attr(name, value))
    }

    /// With a part of the body that is code: it gets the namespace, as far as it is filled.
    pub fn body(mut self, body: impl FnOnce(&mut dyn Namespace) -> Result<(), Error> + 'static) -> Self {
        let before = self.0.attributes.len();
        self.0.bodies.push((before, Box::new(body)));
        self
    }

    /// With a field: instances have a place for it, which takes only what is of its type.
    ///
    /// A class with fields and without `init` has a constructor that takes them.
    pub fn field(self, name: impl AsRef<str>, field: Field) -> Self {
        self.field_named(Sym::new(name.as_ref()), field)
    }

    fn field_named(self, name: Sym, field: Field) -> Self {
        match FieldMark::of_plain(&field) {
            Some(plain) => self.named(name, || Attribute::Plain(plain)),
            None => self.value(name, field),
        }
    }

    fn function_named(self, name: Sym, function: Function) -> Self {
        self.named(name, || Attribute::Value(Value::Function(function)))
    }

    /// With `__slots__`: instances have a place for each of these names, and take no other attributes unless a base does.
    pub fn slots<N: Into<String>>(self, names: impl IntoIterator<Item = N>) -> Self {
        let names: Vec<String> = names.into_iter().map(Into::into).collect();
        self.attr("__slots__", names)
    }

    /// A dataclass: Python's decorator of this name, with its parameters.
    ///
    /// The fields in the body are those of the dataclass, and the class gets the methods that are asked for. Who looks at
    /// the body before, a metaclass say, finds the parameters under `__dataclass_params__`, and no methods yet.
    pub fn dataclass(self, options: DataclassOptions) -> Self {
        self.value(*DATACLASS_PARAMS, options.into_mark())
    }

    /// With a function, under its name.
    pub(crate) fn function(self, function: Function) -> Self {
        self.function_named(Sym::new(function.name()), function)
    }

    fn fallible(mut self, name: Sym, function: Result<Function, Error>) -> Self {
        match function {
            Ok(function) => self.function_named(name, function),
            Err(error) => {
                self.0.error.get_or_insert(error);
                self
            }
        }
    }

    /// With a method that reads its receiver and takes no arguments.
    pub fn method<R: Into<Value>>(
        self,
        name: impl AsRef<str>,
        function: impl Fn(&This<'_>) -> Result<R, Error> + Send + Sync + 'static,
    ) -> Self {
        let name = Sym::new(name.as_ref());
        self.function_named(name, Function::method(name, function))
    }

    /// With a method that changes its receiver and takes no arguments.
    pub fn method_mut<R: Into<Value>>(
        self,
        name: impl AsRef<str>,
        function: impl Fn(&mut This<'_>) -> Result<R, Error> + Send + Sync + 'static,
    ) -> Self {
        let name = Sym::new(name.as_ref());
        self.function_named(name, Function::method_mut(name, function))
    }

    /// With a method that reads its receiver and takes these parameters: they are bound by Python's rules and checked
    /// before it runs.
    pub fn method_with<R: Into<Value>>(
        self,
        name: impl AsRef<str>,
        params: impl Into<Params>,
        function: impl Fn(&This<'_>, BoundArguments<'_>) -> Result<R, Error> + Send + Sync + 'static,
    ) -> Self {
        let name = Sym::new(name.as_ref());
        self.fallible(name, Function::method_with(name, params, function))
    }

    /// With a method that changes its receiver and takes these parameters.
    pub fn method_mut_with<R: Into<Value>>(
        self,
        name: impl AsRef<str>,
        params: impl Into<Params>,
        function: impl Fn(&mut This<'_>, BoundArguments<'_>) -> Result<R, Error> + Send + Sync + 'static,
    ) -> Self {
        let name = Sym::new(name.as_ref());
        self.fallible(name, Function::method_mut_with(name, params, function))
    }

    /// With a method of the class, which gets the class in the place of an instance.
    pub fn class_method<R: Into<Value>>(
        self,
        name: impl AsRef<str>,
        function: impl Fn(&Cls<'_>, Args) -> Result<R, Error> + Send + Sync + 'static,
    ) -> Self {
        let name = Sym::new(name.as_ref());
        self.function_named(name, Function::class_method(name, function))
    }

    /// With a function that gets neither instance nor class.
    pub fn static_method<R: Into<Value>>(
        self,
        name: impl AsRef<str>,
        function: impl Fn(Args) -> Result<R, Error> + Send + Sync + 'static,
    ) -> Self {
        let name = Sym::new(name.as_ref());
        self.function_named(name, Function::static_method(name, function))
    }

    /// With a method that a subclass has to define before it can be instantiated.
    pub fn abstract_method(self, name: impl AsRef<str>) -> Self {
        let name = Sym::new(name.as_ref());
        self.function_named(name, Function::abstract_method(name))
    }

    /// With a computed attribute.
    pub fn property(self, name: impl AsRef<str>, property: Property) -> Self {
        self.attr(name, property)
    }

    /// With a descriptor.
    pub fn descriptor(self, name: impl AsRef<str>, descriptor: impl Descriptor) -> Self {
        self.attr(name, DescriptorValue::new(descriptor))
    }

    /// With a constructor that takes no arguments: `__init__`.
    pub fn init(self, function: impl Fn(&mut This<'_>) -> Result<(), Error> + Send + Sync + 'static) -> Self {
        self.method_mut("__init__", function)
    }

    /// With a constructor: `__init__`.
    pub fn init_with(
        self,
        params: impl Into<Params>,
        function: impl Fn(&mut This<'_>, BoundArguments<'_>) -> Result<(), Error> + Send + Sync + 'static,
    ) -> Self {
        self.method_mut_with("__init__", params, function)
    }

    /// With a function that gives the attributes that are not found: `__getattr__`.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let any = Class::builder("Any").getattr(|_, name| Ok(format!("asked for {name}"))).build()?;
    /// assert_eq!(any.instantiate(Args::new())?.get("x")?, "asked for x".into());
    /// # Ok::<(), Error>(())
    /// ```
    pub fn getattr<R: Into<Value>>(
        self,
        function: impl Fn(&This<'_>, &str) -> Result<R, Error> + Send + Sync + 'static,
    ) -> Self {
        self.method_with("__getattr__", ["name"], move |this, args| {
            let (name,): (&str,) = args.get()?;
            function(this, name)
        })
    }

    /// With a function that gets every assignment: `__setattr__`. [`This::set_plainly`] does what it stands in the way of.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let loud = Class::builder("Loud")
    ///     .setattr(|this, name, value| this.set_plainly(&name.to_uppercase(), value))
    ///     .build()?;
    /// let mut instance = loud.instantiate(Args::new())?;
    /// instance.set("x", 1)?;
    /// assert_eq!(instance.vars().to_string(), "{'X': 1}");
    /// # Ok::<(), Error>(())
    /// ```
    pub fn setattr(
        self,
        function: impl Fn(&mut This<'_>, &str, Value) -> Result<(), Error> + Send + Sync + 'static,
    ) -> Self {
        self.method_mut_with("__setattr__", ["name", "value"], move |this, args| {
            let (name, value): (&str, &Value) = args.get()?;
            function(this, name, value.clone())
        })
    }

    /// Makes the class.
    ///
    /// # Errors
    /// A `TypeError` if the bases have no consistent order or metaclasses conflict, if a metaclass gives no class, or if a
    /// class that is none of classes has the hooks of one; what is wrong with fields and parameters; whatever a hook
    /// fails with.
    pub fn build(mut self) -> Result<Class, Error> {
        match self.run()? {
            Value::Class(class) => Ok(class),
            made => {
                let (name, got) = (&self.0.name, made.type_name().to_owned());
                Class::try_from(made)
                    .map_err(|_| Error::type_error(format!("the metaclass of '{name}' gives no class, but {got}")))
            }
        }
    }

    /// Makes the class, or whatever its metaclass gives in the place of one.
    ///
    /// # Errors
    /// Those of [`build`](Self::build), but for what the metaclass gives.
    pub fn make(mut self) -> Result<Value, Error> {
        self.run()
    }

    fn run(&mut self) -> Result<Value, Error> {
        if let Some(error) = self.0.error.take() {
            return Err(error);
        }
        if self.0.is_metaclass {
            let bases = &mut self.0.bases;
            if bases.is_empty() {
                bases.push(builtins::type_().clone());
            }
            if !bases.iter().any(Class::is_metaclass) {
                let name = &self.0.name;
                return Err(Error::type_error(format!(
                    "'{name}' has hooks of a metaclass: it has to derive from 'type'"
                )));
            }
        }
        pipeline::class_statement(&mut self.0)
    }
}
