//! Functions: what is called, and what binds to an instance or a class when it is read through one.

mod depth;
mod make;

use std::fmt;
use std::sync::{Arc, OnceLock};

pub(crate) use depth::enter;

use crate::args::Args;
use crate::class::{Class, Cls, HookCode};
use crate::error::Error;
use crate::instance::This;
use crate::signature::Signature;
use crate::spec::Text;
use crate::value::Value;

/// A function: a method of a class, or one that stands alone.
///
/// One pointer, counted. Two are equal if they are the same function.
///
/// ```
/// use metaclass::prelude::*;
/// use metaclass::Function;
///
/// let double = Function::new("double", |args| Ok(args.get::<(i64,)>()?.0 * 2));
/// assert_eq!(double.call(Args::new().with(4))?, 8.into());
///
/// // In a class it becomes a method: the instance is its first argument.
/// let class = Class::new("C", [], [("itself", Function::new("itself", |args| Ok(args.positional().len())).into())])?;
/// assert_eq!(class.instantiate(Args::new())?.call("itself", Args::new())?, 1.into());
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone)]
pub struct Function(Arc<Inner>);

struct Inner {
    name: Text,
    /// The name with that of the class, once it is in one: what errors show.
    qualname: OnceLock<Text>,
    signature: Option<Arc<Signature>>,
    is_abstract: bool,
    code: Code,
}

type Plain = dyn Fn(Args) -> Result<Value, Error> + Send + Sync;
type Reader = dyn Fn(&This<'_>, Args, &str) -> Result<Value, Error> + Send + Sync;
type Writer = dyn Fn(&mut This<'_>, Args, &str) -> Result<Value, Error> + Send + Sync;
type OfClass = dyn Fn(&Cls<'_>, Args, &str) -> Result<Value, Error> + Send + Sync;

/// What a function does.
pub(crate) enum Code {
    /// Takes the instance, if it is called through one, as its first argument.
    Plain(Box<Plain>),
    /// Takes no receiver.
    Static(Box<Plain>),
    Reader(Box<Reader>),
    Writer(Box<Writer>),
    OfClass(Box<OfClass>),
    /// A function with its receiver.
    Bound(Value, Function),
    /// A step of the making of classes and instances.
    Hook(HookCode),
}

impl Function {
    pub(crate) fn of_code(name: impl Into<Text>, signature: Option<Arc<Signature>>, code: Code) -> Self {
        let name = name.into();
        Self(Arc::new(Inner { name, qualname: OnceLock::new(), signature, is_abstract: false, code }))
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The name with that of the class that it was defined in: `Animal.speak`.
    #[must_use]
    pub fn qualname(&self) -> &str {
        self.0.qualname.get().map_or(self.name(), |name| name)
    }

    /// What it takes, if that was said. The receiver is not shown.
    #[must_use]
    pub fn signature(&self) -> Option<&Signature> {
        match &self.0.code {
            Code::Bound(_, function) => function.signature(),
            _ => self.0.signature.as_deref(),
        }
    }

    /// Must a subclass have a method of this name before it can be instantiated?
    #[must_use]
    pub fn is_abstract(&self) -> bool {
        self.0.is_abstract
    }

    pub(crate) fn code(&self) -> &Code {
        &self.0.code
    }

    /// The name of its Python class.
    pub(crate) fn class_name(&self) -> &'static str {
        match self.0.code {
            Code::Static(_) => "staticmethod",
            Code::OfClass(_) => "classmethod",
            Code::Bound(..) => "method",
            _ => "function",
        }
    }

    /// Becomes a part of this class, if it is not part of one already.
    pub(crate) fn define_in(&self, class: &str) {
        self.0.qualname.get_or_init(|| Text::from(format!("{class}.{}", self.name())));
    }

    /// What it is when it is read through an instance, or through the class `owner` if there is none.
    pub(crate) fn bind(&self, this: Option<&This<'_>>, owner: &Class) -> Value {
        let receiver = match (&self.0.code, this) {
            (Code::OfClass(_), _) => owner.clone().into(),
            (Code::Static(_) | Code::Bound(..) | Code::Hook(_), _) | (_, None) => return self.clone().into(),
            (_, Some(this)) => this.to_value(),
        };
        Self::of_code(self.0.name.clone(), None, Code::Bound(receiver, self.clone())).into()
    }

    /// Calls it.
    ///
    /// A method that is read from its class takes the instance as its first argument.
    ///
    /// # Errors
    /// A `TypeError` if the arguments do not fit, and whatever the function fails with.
    pub fn call(&self, args: Args) -> Result<Value, Error> {
        match &self.0.code {
            Code::Plain(plain) | Code::Static(plain) => {
                let _entered = enter()?;
                args.check(self.qualname())?;
                self.traced(plain(args))
            }
            Code::Bound(receiver, function) => function.call_on(receiver, args),
            Code::Reader(_) | Code::Writer(_) => {
                let (receiver, rest) = self.split_receiver(args, "self")?;
                self.call_on(&receiver, rest)
            }
            Code::OfClass(_) => Err(not_callable("classmethod")),
            Code::Hook(_) => Err(crate::class::called(self)),
        }
    }

    /// The first argument and the others.
    fn split_receiver(&self, args: Args, receiver: &str) -> Result<(Value, Args), Error> {
        args.check(self.qualname())?;
        let (positional, keywords) = args.into_parts();
        let mut positional = positional.into_iter();
        let Some(first) = positional.next() else {
            let name = self.qualname();
            return Err(Error::type_error(format!("{name}() missing 1 required positional argument: '{receiver}'")));
        };
        Ok((first, of_parts(positional.collect(), keywords)))
    }

    /// Calls it with a receiver that is a value.
    fn call_on(&self, receiver: &Value, args: Args) -> Result<Value, Error> {
        let place = |class: &Class| class.place_of(self);
        match (&self.0.code, receiver) {
            (Code::OfClass(_), Value::Class(class)) => self.run_of_class(class, place(class), args),
            _ => {
                let class = receiver.class();
                self.run(&This::of(receiver, class).within(place(class)), args)
            }
        }
    }

    /// Runs it for a receiver that is only read, within the class that the receiver says.
    pub(crate) fn run(&self, this: &This<'_>, args: Args) -> Result<Value, Error> {
        match &self.0.code {
            Code::Reader(reader) => {
                let _entered = enter()?;
                self.traced(reader(this, args, self.qualname()))
            }
            Code::Writer(writer) => {
                let Some(mut this) = this.shared() else { return Err(self.writes(this)) };
                let _entered = enter()?;
                self.traced(writer(&mut this, args, self.qualname()))
            }
            Code::Plain(plain) => {
                let _entered = enter()?;
                args.check(self.qualname())?;
                self.traced(plain(with_first(this.to_value(), args)))
            }
            Code::OfClass(_) => self.run_of_class(this.class(), this.place(), args),
            Code::Static(_) | Code::Bound(..) | Code::Hook(_) => self.call(args),
        }
    }

    /// Runs it for a receiver that it may change.
    pub(crate) fn run_mut(&self, this: &mut This<'_>, args: Args) -> Result<Value, Error> {
        match &self.0.code {
            Code::Writer(writer) => {
                let _entered = enter()?;
                self.traced(writer(this, args, self.qualname()))
            }
            _ => self.run(this, args),
        }
    }

    pub(crate) fn run_of_class(&self, class: &Class, place: u32, args: Args) -> Result<Value, Error> {
        match &self.0.code {
            Code::OfClass(function) => {
                let _entered = enter()?;
                self.traced(function(&Cls::new(class, place), args, self.qualname()))
            }
            _ => self.call(args),
        }
    }

    /// The result seen from outside of the call: an error went through the function.
    #[inline]
    fn traced(&self, result: Result<Value, Error>) -> Result<Value, Error> {
        result.map_err(|error| error.within(self.0.qualname.get().unwrap_or(&self.0.name).clone()))
    }

    #[cold]
    fn writes(&self, this: &This<'_>) -> Error {
        let class = this.class();
        let (class, name) = (class.name(), self.name());
        Error::type_error(format!("{}() changes its '{class}' object: call '{name}' with `call_mut`", self.qualname()))
    }

    /// Where the function itself lies: what it is hashed by.
    pub(crate) fn address(&self) -> usize {
        match &self.0.code {
            Code::Bound(_, function) => function.address(),
            _ => Arc::as_ptr(&self.0).addr(),
        }
    }

    /// The receiver of a bound method, if nobody else holds the method.
    pub(crate) fn into_receiver(self) -> Option<Value> {
        match Arc::into_inner(self.0)?.code {
            Code::Bound(receiver, _) => Some(receiver),
            _ => None,
        }
    }

    pub(crate) fn is_bound(&self) -> bool {
        matches!(self.0.code, Code::Bound(..))
    }
}

/// The arguments with one before them.
pub(crate) fn with_first(first: Value, args: Args) -> Args {
    let (positional, keywords) = args.into_parts();
    of_parts(std::iter::once(first).chain(positional).collect(), keywords)
}

fn of_parts(positional: Vec<Value>, keywords: Vec<(Text, Value)>) -> Args {
    keywords.into_iter().fold(Args::from(positional), |args, (name, value)| args.with_keyword(name, value))
}

#[cold]
pub(crate) fn not_callable(class: &str) -> Error {
    Error::type_error(format!("'{class}' object is not callable"))
}

/// The same function, or the same function bound to the same receiver.
impl PartialEq for Function {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0.code, &other.0.code) {
            (Code::Bound(a, f), Code::Bound(b, g)) => f == g && a.is(b),
            _ => Arc::ptr_eq(&self.0, &other.0),
        }
    }
}

impl Eq for Function {}

impl From<Function> for Value {
    fn from(function: Function) -> Self {
        Self::Function(function)
    }
}

/// `<function Animal.speak>`.
impl fmt::Debug for Function {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.code {
            Code::Bound(receiver, function) => {
                write!(f, "<bound method {} of {}>", function.qualname(), receiver.repr())
            }
            Code::Static(_) | Code::OfClass(_) => write!(f, "<{} {}>", self.class_name(), self.qualname()),
            _ => write!(f, "<function {}>", self.qualname()),
        }
    }
}
