//! Functions: what is called, and what binds to an instance or a class when it is read through one.

mod call;
mod depth;
mod failure;
mod make;
pub(crate) mod takes;

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, OnceLock};

pub(crate) use depth::enter;
pub(crate) use failure::Failure;
pub(crate) use takes::Takes;

use crate::args::{Args, BoundArguments};
use crate::class::{Class, Cls, HookCode, Init, Layout, Made};
use crate::error::Error;
use crate::factory::dataclass::Constructor;
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
    /// The class that it is part of, if it was put into one before anybody else had it; else `""`.
    class: Text,
    later: OnceLock<Box<Later>>,
    code: Code,
}

/// What comes to some functions only.
#[derive(Default)]
struct Later {
    /// The class that it is part of, if others had it before it was in one, or if that has no name.
    class: OnceLock<Text>,
    /// The name with that of the class: what errors show. Made when somebody asks for it.
    qualname: OnceLock<Text>,
    /// What is made of it, if it sets the fields of a class.
    init: OnceLock<Box<Made>>,
}

impl Inner {
    /// The class that it is part of, once it is in one.
    fn class(&self) -> Option<&Text> {
        if self.class.is_empty() { self.later.get()?.class.get() } else { Some(&self.class) }
    }

    fn later(&self) -> &Later {
        self.later.get_or_init(Box::default)
    }
}

type Unary = dyn Fn(&This<'_>, &mut Failure) -> Option<Value> + Send + Sync;
type UnaryMut = dyn Fn(&mut This<'_>, &mut Failure) -> Option<Value> + Send + Sync;
type Plain = dyn Fn(Args, &mut Failure) -> Option<Value> + Send + Sync;
// Arguments are many bytes: they are handed on where they are, and the functions take them. The function itself comes along,
// which has its names and its signature.
type Reader = dyn Fn(&This<'_>, &mut Args, &Function, &mut Failure) -> Option<Value> + Send + Sync;
type Writer = dyn Fn(&mut This<'_>, &mut Args, &Function, &mut Failure) -> Option<Value> + Send + Sync;
type OfClass = dyn Fn(&Cls<'_>, &mut Args, &Function, &mut Failure) -> Option<Value> + Send + Sync;

/// What a function does, and what it takes, if that was said.
pub(crate) enum Code {
    /// Takes the instance, if it is called through one, as its first argument.
    Plain(Box<Plain>),
    /// Takes no receiver.
    Static(Box<Plain>),
    /// Takes its receiver alone.
    Unary(Box<Unary>),
    UnaryMut(Box<UnaryMut>),
    Reader(Box<Reader>, Option<Box<Signature>>),
    Writer(Box<Writer>, Option<Box<Signature>>),
    /// Sets the fields of a class.
    Init(Init),
    /// The constructor of a dataclass that has more to do.
    Constructor(Box<Constructor>),
    OfClass(Box<OfClass>),
    /// Is there to be defined by subclasses.
    Abstract,
    /// A function with its receiver.
    Bound(Value, Function),
    /// A step of the making of classes and instances.
    Hook(Box<HookCode>),
}

impl Function {
    pub(crate) fn of_code(name: impl Into<Text>, code: Code) -> Self {
        let name = name.into();
        Self(Arc::new(Inner { name, class: Text::default(), later: OnceLock::new(), code }))
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The name with that of the class that it was defined in: `Animal.speak`.
    #[must_use]
    pub fn qualname(&self) -> &str {
        self.shown_name()
    }

    pub(crate) fn shown_name(&self) -> &Text {
        match self.0.later.get().and_then(|later| later.qualname.get()) {
            Some(qualname) => qualname,
            None => self.make_qualname(),
        }
    }

    #[cold]
    fn make_qualname(&self) -> &Text {
        let inner = &*self.0;
        let shown = |class: &Text| Text::from(format!("{class}.{}", inner.name));
        inner.class().map_or(&inner.name, |class| inner.later().qualname.get_or_init(|| shown(class)))
    }

    /// The name as it is shown when a class has it that may share it with others.
    fn qualname_in(&self, owner: &Class) -> Cow<'_, str> {
        match self.0.class() {
            None if owner.has_own(self.name()) => format!("{}.{}", owner.qualname(), self.name()).into(),
            _ => self.qualname().into(),
        }
    }

    /// What it takes, if that was said. The receiver is not shown.
    #[must_use]
    pub fn signature(&self) -> Option<&Signature> {
        match &self.0.code {
            Code::Bound(_, function) => function.signature(),
            Code::Unary(_) | Code::UnaryMut(_) => Some(no_parameters()),
            Code::Init(init) => Some(init.signature(self.made())),
            Code::Constructor(constructor) => Some(constructor.signature()),
            _ => self.own_signature(),
        }
    }

    /// What it takes, if that was said of it itself.
    #[inline]
    fn own_signature(&self) -> Option<&Signature> {
        match &self.0.code {
            Code::Reader(_, signature) | Code::Writer(_, signature) => signature.as_deref(),
            _ => None,
        }
    }

    /// Must a subclass have a method of this name before it can be instantiated?
    #[must_use]
    pub fn is_abstract(&self) -> bool {
        matches!(self.0.code, Code::Abstract)
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
    pub(crate) fn define_in(&mut self, class: &Text) {
        if self.0.class().is_some() {
            return;
        }
        match Arc::get_mut(&mut self.0) {
            // One without a name would say nothing there.
            Some(inner) if !class.is_empty() => inner.class = class.clone(),
            _ => drop(self.0.later().class.get_or_init(|| class.clone())),
        }
    }

    /// Gets to know the places of the fields of the class that it makes instances of, if it is a constructor that does not
    /// know them.
    pub(crate) fn settle(&mut self, layout: &Arc<Layout>) {
        if let Some(Inner { code: Code::Init(init), .. }) = Arc::get_mut(&mut self.0) {
            init.settle(layout);
        }
    }

    /// Runs what it does, with the arguments of a call bound to what it takes.
    #[inline]
    fn accept<R>(&self, args: &mut Args, run: impl FnOnce(BoundArguments<'_>) -> Result<R, Error>) -> Result<R, Error> {
        let signature = self.own_signature().unwrap_or_else(|| no_parameters());
        let others = match signature.takes_as_given(args) {
            true => None,
            false => signature.accept_in(self.qualname(), args)?,
        };
        run(match others {
            None => BoundArguments::of_call(self, signature, args),
            Some(others) => BoundArguments::new(self.qualname(), signature, others.into_vec().into()),
        })
    }

    /// What it does, if it sets the fields of a class, with what is made of that.
    #[inline]
    pub(crate) fn as_init(&self) -> Option<(&Init, &Made)> {
        match &self.0.code {
            Code::Init(init) => Some((init, self.made())),
            _ => None,
        }
    }

    /// What is made of it, as it sets the fields of a class.
    #[inline]
    pub(crate) fn made(&self) -> &Made {
        self.0.later().init.get_or_init(Box::default)
    }

    /// Does it, for this class, nothing but to fill the first places with the values of the fields?
    #[cfg(feature = "serde")]
    pub(crate) fn fills(&self, class: &Class) -> bool {
        self.as_init().is_some_and(|(init, made)| init.fills(class, made))
    }

    /// The constructor of a dataclass that it is.
    #[cfg(feature = "serde")]
    pub(crate) fn as_constructor(&self) -> Option<&Constructor> {
        match &self.0.code {
            Code::Constructor(constructor) => Some(constructor),
            _ => None,
        }
    }

    /// What it is when it is read through an instance, or through the class `owner` if there is none.
    pub(crate) fn bind(&self, this: Option<&This<'_>>, owner: &Class) -> Value {
        let receiver = match (&self.0.code, this) {
            (Code::OfClass(_), _) => owner.clone().into(),
            (Code::Static(_) | Code::Bound(..) | Code::Hook(_), _) | (_, None) => return self.clone().into(),
            (_, Some(this)) => this.to_value(),
        };
        Self::of_code(self.0.name.clone(), Code::Bound(receiver, self.clone())).into()
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

/// The signature of a method that takes its receiver alone.
fn no_parameters() -> &'static Signature {
    static NOTHING: OnceLock<Signature> = OnceLock::new();
    NOTHING.get_or_init(|| Signature::of_constructor(vec![]))
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
                let class = match receiver {
                    Value::Class(class) if matches!(function.code(), Code::OfClass(_)) => class,
                    receiver => receiver.class(),
                };
                let name = function.qualname_in(class.at_place(class.place_of(function)));
                write!(f, "<bound method {name} of {}>", receiver.repr())
            }
            Code::Static(_) | Code::OfClass(_) => write!(f, "<{} {}>", self.class_name(), self.qualname()),
            _ => write!(f, "<function {}>", self.qualname()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_is_small() {
        assert!(size_of::<Code>() <= 32 && size_of::<Inner>() <= 80);
    }
}
