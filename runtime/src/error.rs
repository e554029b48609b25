//! The error of everything dynamic: a kind, which is Python's exception class, and a message.

mod foreign;
mod kind;
mod traceback;

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;

pub use kind::ErrorKind;
pub(crate) use kind::classes;

use crate::class::Class;
use crate::path::{Path, Segment};
use crate::spec::Text;
use crate::value::Value;

/// What went wrong, as Python would say it; one word big.
///
/// `Display` gives Python's `str(error)`: the message, after the place if it lies within a value. `{:#}` gives what
/// Python prints of an error that nobody catches: its causes, the calls that it went through, kind and message.
///
/// ```
/// use metaclass::{Error, ErrorKind};
///
/// let error = Error::type_error("expected int, got str").within("Animal.greet").within("Zoo.open");
/// assert_eq!(error.kind(), ErrorKind::TypeError);
/// assert_eq!(error.to_string(), "expected int, got str");
/// assert_eq!(
///     format!("{error:#}"),
///     "Traceback (most recent call last):
///   <Zoo.open>
///   <Animal.greet>
/// TypeError: expected int, got str"
/// );
/// ```
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    path: Path,
    message: Cow<'static, str>,
    source: Option<Source>,
    /// The calls that it went through, from the inside out.
    trace: Vec<Text>,
    /// The instance that was raised, if one was.
    exception: Option<Value>,
}

type Source = Box<dyn StdError + Send + Sync>;

/// A chain of causes is freed without recursion, however long it is.
impl Drop for Inner {
    fn drop(&mut self) {
        let mut next = self.source.take();
        while let Some(source) = next {
            next = source.downcast::<Error>().ok().and_then(|mut error| error.0.source.take());
        }
    }
}

const _: () = assert!(size_of::<Error>() == size_of::<usize>());

impl Error {
    /// An error of this kind with this message.
    #[cold]
    pub fn new(kind: ErrorKind, message: impl Into<Cow<'static, str>>) -> Self {
        let (path, message) = (Path::default(), message.into());
        Self(Box::new(Inner { kind, path, message, source: None, trace: vec![], exception: None }))
    }

    /// Takes in a foreign error: a `RuntimeError` with its text, and itself as the source.
    ///
    /// ```
    /// use std::error::Error as _;
    ///
    /// let error = metaclass::Error::wrap("x".parse::<i32>().unwrap_err());
    /// assert_eq!(error.to_string(), "invalid digit found in string");
    /// assert!(error.source().is_some_and(|source| source.is::<std::num::ParseIntError>()));
    /// ```
    #[cold]
    pub fn wrap(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        let source = source.into();
        let mut error = Self::runtime_error(source.to_string());
        error.0.source = Some(source);
        error
    }

    /// The error with what caused it: Python's `raise error from source`.
    ///
    /// ```
    /// use metaclass::{Error, ErrorKind};
    ///
    /// let error = Error::runtime_error("no such user").with_source(Error::key_error("'ann'"));
    /// assert_eq!(error.cause().map(Error::kind), Some(ErrorKind::KeyError));
    /// ```
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// The error seen from outside of the field, item or key in which it arose.
    #[must_use]
    pub fn at(mut self, segment: impl Into<Segment>) -> Self {
        self.0.path.push_front(segment.into());
        self
    }

    /// The error seen from outside of a call: the name of the function is added to the trace.
    #[must_use]
    pub fn within(mut self, function: impl Into<Text>) -> Self {
        self.went_through(function.into());
        self
    }

    /// Adds a function to the trace.
    #[cold]
    pub(crate) fn went_through(&mut self, function: Text) {
        self.0.trace.push(function);
    }

    /// A value was not of the type that was wanted.
    #[cold]
    pub(crate) fn expected(expected: &impl fmt::Display, got: &str) -> Self {
        Self::type_error(format!("expected {expected}, got {got}"))
    }

    /// Python's exception class.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind.clone()
    }

    /// An instance of an exception class as an error: its message is Python's `str(exception)`.
    pub(crate) fn of_exception(exception: Value) -> Self {
        let mut error = Self::new(ErrorKind::of_class(exception.class()), exception.to_string());
        error.0.exception = Some(exception);
        error
    }

    /// The instance that was raised, if one was: what [`Class::raise`] has made.
    ///
    /// ```
    /// use metaclass::prelude::*;
    /// use metaclass::builtins;
    ///
    /// let error = builtins::value_error().raise(args!("no", 5));
    /// let exception = error.raised().cloned().unwrap_or_default();
    /// assert_eq!(exception.get_attr("args")?.to_string(), "('no', 5)");
    /// # Ok::<(), Error>(())
    /// ```
    #[must_use]
    pub const fn raised(&self) -> Option<&Value> {
        self.0.exception.as_ref()
    }

    /// Is it of this exception class, or of one that derives from it? Python's `except C`.
    #[must_use]
    pub fn is_instance_of(&self, class: &Class) -> bool {
        self.0.kind.class().descends_from(class)
    }

    /// The place within the value that was worked on; empty if it is the value itself.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0.path
    }

    /// The error that caused it: Python's `__cause__`. A foreign one is its [`source`](StdError::source) only.
    #[must_use]
    pub fn cause(&self) -> Option<&Self> {
        self.0.source.as_ref()?.downcast_ref()
    }

    /// The functions that it went through, as in Python from the outside in.
    pub fn trace(&self) -> impl ExactSizeIterator<Item = &str> {
        self.0.trace.iter().rev().map(|function| &**function)
    }

    /// Is it of this kind, or of one that derives from it?
    ///
    /// ```
    /// use metaclass::{Error, ErrorKind};
    ///
    /// assert!(Error::index_error("list index out of range").is_a(&ErrorKind::LookupError));
    /// ```
    #[must_use]
    pub fn is_a(&self, kind: &ErrorKind) -> bool {
        self.0.kind.is_a(kind)
    }

    /// The message, without the place.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            return traceback::write(f, self);
        }
        if !self.0.path.is_empty() {
            write!(f, "{}: ", self.0.path)?;
        }
        f.write_str(&self.0.message)
    }
}

/// As Python's traceback ends: `TypeError: expected int, got str`; the kind alone if there is no message.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.message.is_empty() && self.0.path.is_empty() {
            true => self.0.kind.fmt(f),
            false => write!(f, "{}: {self}", self.0.kind),
        }
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_constructor_and_its_name() {
        let made = [
            (Error::type_error("m"), "TypeError"),
            (Error::frozen_instance_error("m"), "FrozenInstanceError"),
            (Error::zero_division_error("m"), "ZeroDivisionError"),
            (Error::os_error("m"), "OSError"),
        ];
        for (error, name) in made {
            assert_eq!(error.kind().to_string(), name);
            assert_eq!(format!("{error:?}"), format!("{name}: m"));
        }
        assert_eq!(format!("{:?}", Error::stop_iteration("")), "StopIteration");
        assert_eq!(format!("{:?}", Error::stop_iteration("").at("x")), "StopIteration: x: ");
    }

    #[test]
    fn the_place_is_built_from_the_inside() {
        let error = Error::type_error("expected int, got str").at(2).at("items");
        assert_eq!(error.to_string(), "items[2]: expected int, got str");
        assert_eq!(error.message(), "expected int, got str");
    }

    #[test]
    fn errors_travel_between_threads() {
        const fn check<T: Send + Sync + 'static>() {}
        check::<Error>();
    }

    #[test]
    fn a_source_is_kept() {
        let error = Error::value_error("bad number").with_source("x".parse::<i32>().map_err(Error::wrap).unwrap_err());
        let source = error.source().and_then(<dyn StdError>::source);
        assert!(source.is_some_and(|source| source.is::<std::num::ParseIntError>()));
    }

    #[test]
    fn the_trace_is_built_from_the_inside() {
        let error = Error::runtime_error("m").within("f").within("g");
        assert_eq!(error.trace().collect::<Vec<_>>(), ["g", "f"]);
    }

    #[test]
    fn a_long_chain_of_causes_does_not_overflow_the_stack() {
        let thread = std::thread::Builder::new().stack_size(128 * 1024);
        let test = || {
            let error = (0..100_000)
                .fold(Error::value_error("first"), |cause, i| Error::runtime_error(i.to_string()).with_source(cause));
            assert!(format!("{error:#}").starts_with("ValueError: first\n"));
        };
        thread.spawn(test).unwrap().join().unwrap();
    }
}
