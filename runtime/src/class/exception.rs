//! Exception classes: classes whose instances are raised as errors.

use super::hook::function;
use super::pipeline::builtin;
use super::{Class, New, builtins};
use crate::args::Args;
use crate::error::{Error, ErrorKind};
use crate::field::Field;
use crate::function::Function;
use crate::function::takes::as_it_says;
use crate::instance::This;
use crate::value::{Tuple, Value};

/// Makes an exception class: a class that derives from `base`, with a message of its own if none is given.
///
/// ```
/// use metaclass::prelude::*;
/// use metaclass::{builtins, make_exception};
///
/// let not_found = make_exception("NotFoundError", Some("Resource not found"), builtins::exception())?;
/// assert_eq!(not_found.raise(args!()).to_string(), "Resource not found");
///
/// let find = |user: i64| -> Result<(), Error> { Err(not_found.raise(args!(format!("User {user} not found")))) };
/// let error = find(42).unwrap_err();
/// assert_eq!(format!("{error:?}"), "NotFoundError: User 42 not found");
/// assert!(error.is_instance_of(&not_found) && error.is_instance_of(builtins::exception()));
/// # Ok::<(), Error>(())
/// ```
///
/// # Errors
/// A `TypeError` if the base is no exception class.
pub fn make_exception(name: impl AsRef<str>, default_message: Option<&str>, base: &Class) -> Result<Class, Error> {
    if !base.is_exception() {
        return Err(not_an_exception());
    }
    let builder = Class::builder(name).base(base);
    let Some(default_message) = default_message.map(str::to_owned) else { return builder.build() };
    let message = crate::args::Params::new().param("message", Field::any().nullable().default(Value::None));
    builder
        .init_with(message, move |this, args| {
            let message = args.value("message").filter(|message| message.is_truthy()).cloned();
            let message = message.unwrap_or_else(|| default_message.clone().into());
            this.super_call_mut("__init__", Args::new().with(message)).map(drop)
        })
        .build()
}

#[cold]
fn not_an_exception() -> Error {
    Error::type_error("exceptions must derive from BaseException")
}

impl Class {
    /// Is it a class whose instances are raised?
    #[must_use]
    pub fn is_exception(&self) -> bool {
        self.descends_from(builtins::base_exception())
    }

    /// Makes an instance, and an error of it: Python's `raise C(..)`.
    ///
    /// What goes wrong on the way is the error instead, as in Python.
    ///
    /// ```
    /// use metaclass::prelude::*;
    /// use metaclass::{ErrorKind, builtins};
    ///
    /// let error = builtins::permission_error().raise(args!("read only"));
    /// assert_eq!(format!("{error:?}"), "PermissionError: read only");
    /// let error = builtins::int().raise(args!());
    /// assert_eq!(format!("{error:?}"), "TypeError: exceptions must derive from BaseException");
    /// ```
    #[must_use]
    pub fn raise(&self, args: Args) -> Error {
        if !self.is_exception() {
            return not_an_exception();
        }
        match self.call(args) {
            Ok(exception) if exception.class().is_exception() => Error::of_exception(exception),
            Ok(_) => not_an_exception(),
            Err(error) => error,
        }
    }
}

/// A built-in exception class.
pub(crate) fn exception_class(kind: &ErrorKind) -> Class {
    let methods = match kind {
        ErrorKind::BaseException => methods(),
        ErrorKind::KeyError => vec![repr_of_key()],
        _ => vec![],
    };
    let parent = kind.parent();
    let base = parent.as_ref().map_or_else(|| builtins::object(), ErrorKind::class);
    builtin(kind.name().to_owned(), Some(base), builtins::named(methods))
}

/// What `BaseException` has.
fn methods() -> Vec<Function> {
    vec![
        // Before `__init__`, which may be one that does not pass on.
        function::<New>(|step| {
            let args: Tuple = step.args().positional().iter().cloned().collect();
            let mut made = step.next()?;
            made.set_attr("args", args)?;
            Ok(made)
        }),
        Function::writer("__init__", as_it_says, |this, args| {
            if args.keywords().len() > 0 {
                let class = this.class().name();
                return Err(Error::type_error(format!("{class}() takes no keyword arguments")));
            }
            this.set("args", args.positional().iter().cloned().collect::<Tuple>())?;
            Ok(Value::None)
        }),
        Function::method("__str__", |this| {
            Ok(match &*given(this)? {
                [] => String::new(),
                [one] => one.to_string(),
                several => several.iter().cloned().collect::<Tuple>().to_string(),
            })
        }),
        Function::method("__repr__", |this| {
            let given = given(this)?;
            let args: Vec<String> = given.iter().map(|value| value.repr().to_string()).collect();
            Ok(format!("{}({})", this.class().name(), args.join(", ")))
        }),
    ]
}

/// `KeyError` shows its key as it is written.
fn repr_of_key() -> Function {
    Function::method("__str__", |this| {
        Ok(match &*given(this)? {
            [key] => key.repr().to_string(),
            _ => this.super_call("__str__", Args::new())?.to_string(),
        })
    })
}

/// The arguments that it was made with.
fn given(this: &This<'_>) -> Result<Tuple, Error> {
    this.get("args")?.try_into()
}
