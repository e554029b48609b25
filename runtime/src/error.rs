//! The error of everything dynamic: a kind, which is Python's exception class, and a message.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;

use crate::path::{Path, Segment};

/// The kind of an [`Error`]: Python's exception class.
///
/// ```
/// use metaclass::ErrorKind;
///
/// let frozen = ErrorKind::FrozenInstanceError;
/// assert_eq!(frozen.to_string(), "FrozenInstanceError");
/// assert!(frozen.is_a(&ErrorKind::AttributeError));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// An argument or value of the wrong type.
    TypeError,
    /// A value of the right type that will not do.
    ValueError,
    /// No such attribute, or one that cannot be read or written.
    AttributeError,
    /// An assignment to what is frozen; a kind of `AttributeError`.
    FrozenInstanceError,
    /// No such key; the message is the repr of the key.
    KeyError,
    /// No such position.
    IndexError,
    /// Anything else that went wrong while running.
    RuntimeError,
    /// A number beyond what its type can hold.
    OverflowError,
}

impl ErrorKind {
    /// Python's name of the exception class.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::TypeError => "TypeError",
            Self::ValueError => "ValueError",
            Self::AttributeError => "AttributeError",
            Self::FrozenInstanceError => "FrozenInstanceError",
            Self::KeyError => "KeyError",
            Self::IndexError => "IndexError",
            Self::RuntimeError => "RuntimeError",
            Self::OverflowError => "OverflowError",
        }
    }

    /// Is this kind the same as `other`, or derived from it as in Python?
    #[must_use]
    pub fn is_a(&self, other: &Self) -> bool {
        self == other || matches!((self, other), (Self::FrozenInstanceError, Self::AttributeError))
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What went wrong, as Python would say it; one word big.
///
/// `Display` gives Python's `str(error)`: the message, after the place if it lies within a value.
///
/// ```
/// use metaclass::{Error, ErrorKind};
///
/// let error = Error::type_error("expected int, got str");
/// assert_eq!(error.kind(), ErrorKind::TypeError);
/// assert_eq!(error.to_string(), "expected int, got str");
/// ```
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    path: Path,
    message: Cow<'static, str>,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

const _: () = assert!(size_of::<Error>() == size_of::<usize>());

/// One constructor per kind.
macro_rules! constructors {
    ($($name:ident $kind:ident,)*) => {
        $(
            #[doc = concat!("A `", stringify!($kind), "` with this message.")]
            #[cold]
            pub fn $name(message: impl Into<Cow<'static, str>>) -> Self {
                Self::new(ErrorKind::$kind, message)
            }
        )*
    };
}

impl Error {
    /// An error of this kind with this message.
    #[cold]
    pub fn new(kind: ErrorKind, message: impl Into<Cow<'static, str>>) -> Self {
        Self(Box::new(Inner { kind, path: Path::default(), message: message.into(), source: None }))
    }

    constructors! {
        type_error TypeError,
        value_error ValueError,
        attribute_error AttributeError,
        frozen_instance_error FrozenInstanceError,
        key_error KeyError,
        index_error IndexError,
        runtime_error RuntimeError,
        overflow_error OverflowError,
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

    /// The error with what caused it.
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

    /// The place within the value that was worked on; empty if it is the value itself.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0.path
    }

    /// The message, without the place.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.0.path.is_empty() {
            write!(f, "{}: ", self.0.path)?;
        }
        f.write_str(&self.0.message)
    }
}

/// As Python's traceback ends: `TypeError: expected int, got str`.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {self}", self.0.kind)
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
            (Error::value_error("m"), "ValueError"),
            (Error::attribute_error("m"), "AttributeError"),
            (Error::frozen_instance_error("m"), "FrozenInstanceError"),
            (Error::key_error("m"), "KeyError"),
            (Error::index_error("m"), "IndexError"),
            (Error::runtime_error("m"), "RuntimeError"),
            (Error::overflow_error("m"), "OverflowError"),
        ];
        for (error, name) in made {
            assert_eq!(error.kind().to_string(), name);
            assert_eq!(format!("{error:?}"), format!("{name}: m"));
        }
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
    fn only_a_frozen_error_is_of_another_kind() {
        assert!(ErrorKind::FrozenInstanceError.is_a(&ErrorKind::AttributeError));
        assert!(!ErrorKind::AttributeError.is_a(&ErrorKind::FrozenInstanceError));
        assert!(ErrorKind::KeyError.is_a(&ErrorKind::KeyError));
    }
}
