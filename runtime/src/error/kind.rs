//! Kinds of errors: Python's exception classes.

use std::fmt;

use super::Error;
use crate::class::{Class, builtins};

/// The built-in kinds: name, constructor of [`Error`], parent.
macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident $constructor:ident $($parent:ident)?;)*) => {
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
            $($(#[$doc])* $name,)*
            /// A class made at run time.
            Class(Class),
        }

        impl ErrorKind {
            /// All kinds that Python has by itself, and `FrozenInstanceError`; each after its parent.
            pub const BUILT_IN: &'static [Self] = &[$(Self::$name),*];

            /// Python's name of the exception class.
            #[must_use]
            pub fn name(&self) -> &str {
                match self {
                    $(Self::$name => stringify!($name),)*
                    Self::Class(class) => class.name(),
                }
            }

            /// The kind that it derives from; only `BaseException` has none.
            #[must_use]
            pub fn parent(&self) -> Option<Self> {
                match self {
                    $(Self::$name => kinds!(@parent $($parent)?),)*
                    Self::Class(class) => class.mro().get(1).map(Self::of_class),
                }
            }

            /// The exception class.
            ///
            /// ```
            /// use metaclass::{ErrorKind, builtins};
            ///
            /// assert_eq!(ErrorKind::KeyError.class(), builtins::key_error());
            /// ```
            #[must_use]
            pub fn class(&self) -> &Class {
                match self {
                    $(Self::$name => builtins::$constructor(),)*
                    Self::Class(class) => class,
                }
            }

            /// The kind of the errors that instances of an exception class are.
            pub(crate) fn of_class(class: &Class) -> Self {
                let of_name = Self::BUILT_IN.iter().find(|kind| kind.name() == class.name() && kind.class() == class);
                of_name.cloned().unwrap_or_else(|| Self::Class(class.clone()))
            }
        }

        /// The exception classes, each made when it is first asked for.
        pub(crate) mod classes {
            use super::{Class, ErrorKind};
            use crate::class::exception_class;

            $(
                #[doc = concat!("`", stringify!($name), "`.")]
                #[must_use]
                pub fn $constructor() -> &'static Class {
                    static CLASS: std::sync::OnceLock<Class> = std::sync::OnceLock::new();
                    CLASS.get_or_init(|| exception_class(&ErrorKind::$name))
                }
            )*
        }

        /// One constructor per kind.
        impl Error {
            $(
                #[doc = concat!("A `", stringify!($name), "` with this message.")]
                #[cold]
                pub fn $constructor(message: impl Into<std::borrow::Cow<'static, str>>) -> Self {
                    Self::new(ErrorKind::$name, message)
                }
            )*
        }
    };
    (@parent) => { None };
    (@parent $parent:ident) => { Some(Self::$parent) };
}

kinds! {
    /// What all exceptions derive from.
    BaseException base_exception;
    /// What all errors derive from.
    Exception exception BaseException;
    /// A calculation that has no result.
    ArithmeticError arithmetic_error Exception;
    /// A number beyond what its type can hold.
    OverflowError overflow_error ArithmeticError;
    /// A division by zero.
    ZeroDivisionError zero_division_error ArithmeticError;
    /// Something that was asserted does not hold.
    AssertionError assertion_error Exception;
    /// No such attribute, or one that cannot be read or written.
    AttributeError attribute_error Exception;
    /// An assignment to what is frozen.
    FrozenInstanceError frozen_instance_error AttributeError;
    /// Data ended where there should be more.
    EOFError eof_error Exception;
    /// Something could not be imported.
    ImportError import_error Exception;
    /// No such key or position.
    LookupError lookup_error Exception;
    /// No such position.
    IndexError index_error LookupError;
    /// No such key; the message is the repr of the key.
    KeyError key_error LookupError;
    /// Not enough memory.
    MemoryError memory_error Exception;
    /// No such variable.
    NameError name_error Exception;
    /// What the operating system refused.
    OSError os_error Exception;
    /// A connection that failed.
    ConnectionError connection_error OSError;
    /// A file that is there already.
    FileExistsError file_exists_error OSError;
    /// A file that is not there.
    FileNotFoundError file_not_found_error OSError;
    /// Something that may not be done.
    PermissionError permission_error OSError;
    /// Something that took too long.
    TimeoutError timeout_error OSError;
    /// What a weak reference led to is gone.
    ReferenceError reference_error Exception;
    /// Anything else that went wrong while running.
    RuntimeError runtime_error Exception;
    /// What a subclass was to write.
    NotImplementedError not_implemented_error RuntimeError;
    /// Calls that are nested too deep.
    RecursionError recursion_error RuntimeError;
    /// An iterator has no more items.
    StopIteration stop_iteration Exception;
    /// Source text that is no program.
    SyntaxError syntax_error Exception;
    /// An argument or value of the wrong type.
    TypeError type_error Exception;
    /// A value of the right type that will not do.
    ValueError value_error Exception;
    /// Text that cannot be encoded or decoded.
    UnicodeError unicode_error ValueError;
}

impl ErrorKind {
    /// The built-in kind of this name.
    ///
    /// ```
    /// use metaclass::ErrorKind;
    ///
    /// assert_eq!(ErrorKind::by_name("KeyError"), Some(ErrorKind::KeyError));
    /// assert_eq!(ErrorKind::by_name("KeyEror"), None);
    /// ```
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        Self::find(name).cloned()
    }

    pub(crate) fn find(name: &str) -> Option<&'static Self> {
        Self::BUILT_IN.iter().find(|kind| kind.name() == name)
    }

    /// Is this kind the same as `other`, or derived from it as in Python?
    ///
    /// ```
    /// use metaclass::ErrorKind;
    ///
    /// assert!(ErrorKind::PermissionError.is_a(&ErrorKind::OSError));
    /// assert!(!ErrorKind::OSError.is_a(&ErrorKind::PermissionError));
    /// ```
    #[must_use]
    pub fn is_a(&self, other: &Self) -> bool {
        self == other || self.class().descends_from(other.class())
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `[C.__name__ + ': ' + C.__base__.__name__]` of CPython 3.11, and of `dataclasses.FrozenInstanceError`.
    const TREE: &str = "
        BaseException: object; Exception: BaseException; ArithmeticError: Exception; OverflowError: ArithmeticError;
        ZeroDivisionError: ArithmeticError; AssertionError: Exception; AttributeError: Exception;
        FrozenInstanceError: AttributeError; EOFError: Exception; ImportError: Exception; LookupError: Exception;
        IndexError: LookupError; KeyError: LookupError; MemoryError: Exception; NameError: Exception;
        OSError: Exception; ConnectionError: OSError; FileExistsError: OSError; FileNotFoundError: OSError;
        PermissionError: OSError; TimeoutError: OSError; ReferenceError: Exception; RuntimeError: Exception;
        NotImplementedError: RuntimeError; RecursionError: RuntimeError; StopIteration: Exception; SyntaxError: Exception; TypeError: Exception;
        ValueError: Exception; UnicodeError: ValueError;";

    #[test]
    fn kinds_derive_from_each_other_as_in_python() {
        let row = |kind: &ErrorKind| {
            let parent = kind.parent();
            format!("{kind}: {};", parent.as_ref().map_or("object", ErrorKind::name))
        };
        let rows: Vec<String> = ErrorKind::BUILT_IN.iter().map(row).collect();
        assert_eq!(rows.join(" "), TREE.split_whitespace().collect::<Vec<_>>().join(" "));
    }

    #[test]
    fn a_kind_is_all_that_it_derives_from() {
        assert!(ErrorKind::FrozenInstanceError.is_a(&ErrorKind::AttributeError));
        assert!(!ErrorKind::AttributeError.is_a(&ErrorKind::FrozenInstanceError));
        assert!(ErrorKind::KeyError.is_a(&ErrorKind::KeyError));
        assert!(ErrorKind::BUILT_IN.iter().all(|kind| kind.is_a(&ErrorKind::BaseException)));
        assert!(!ErrorKind::KeyError.is_a(&ErrorKind::IndexError));
    }
}
