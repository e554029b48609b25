//! Errors of the standard library as Python knows them, so that `?` takes them.

use std::num::{ParseFloatError, ParseIntError, TryFromIntError};
use std::str::Utf8Error;
use std::string::FromUtf8Error;
use std::{fmt, io};

use super::{Error, ErrorKind};

macro_rules! from {
    ($($type:ty => $kind:ident;)*) => {$(
        #[doc = concat!("A `", stringify!($kind), "`.")]
        impl From<$type> for Error {
            fn from(error: $type) -> Self {
                Self::new(ErrorKind::$kind, error.to_string()).with_source(error)
            }
        }
    )*};
}

from! {
    ParseIntError => ValueError;
    ParseFloatError => ValueError;
    TryFromIntError => OverflowError;
    Utf8Error => UnicodeError;
    FromUtf8Error => UnicodeError;
    fmt::Error => RuntimeError;
}

/// An `OSError` of the kind that Python has for it.
impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        let kind = match error.kind() {
            io::ErrorKind::NotFound => ErrorKind::FileNotFoundError,
            io::ErrorKind::AlreadyExists => ErrorKind::FileExistsError,
            io::ErrorKind::PermissionDenied => ErrorKind::PermissionError,
            io::ErrorKind::TimedOut => ErrorKind::TimeoutError,
            io::ErrorKind::UnexpectedEof => ErrorKind::EOFError,
            io::ErrorKind::BrokenPipe
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionRefused
            | io::ErrorKind::ConnectionReset => ErrorKind::ConnectionError,
            _ => ErrorKind::OSError,
        };
        Self::new(kind, error.to_string()).with_source(error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_of_the_kind_that_python_has() {
        fn shown(error: impl Into<Error>) -> String {
            format!("{:?}", error.into())
        }
        assert_eq!(shown("x".parse::<i64>().unwrap_err()), "ValueError: invalid digit found in string");
        assert_eq!(shown("x".parse::<f64>().unwrap_err()), "ValueError: invalid float literal");
        assert_eq!(
            shown(u8::try_from(300).unwrap_err()),
            "OverflowError: out of range integral type conversion attempted"
        );
        assert!(shown(String::from_utf8(vec![255]).unwrap_err()).starts_with("UnicodeError: "));
        assert!(shown(io::Error::from(io::ErrorKind::NotFound)).starts_with("FileNotFoundError: "));
        assert!(shown(io::Error::from(io::ErrorKind::ConnectionReset)).starts_with("ConnectionError: "));
        assert_eq!(shown(io::Error::other("m")), "OSError: m");
    }
}
