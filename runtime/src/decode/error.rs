//! Why data could not be read.

use std::error::Error as StdError;
use std::fmt;
use std::io;

use crate::error::Error;
use crate::validate::{Issue, ValidationError};

/// Why data could not be read.
///
/// `Display` gives all faults on one line, `{:#}` each on a line of its own.
#[derive(Debug)]
#[non_exhaustive]
pub enum DecodeError {
    /// The text is not of its format.
    #[non_exhaustive]
    Syntax {
        /// What is wrong, in the words of the parser.
        message: String,
        /// The line, from 1; 0 if it is not known.
        line: usize,
        /// The column in bytes, from 1; 0 if it is not known.
        column: usize,
    },
    /// It could not be read at all.
    Io(io::Error),
    /// All faults of what it says.
    Invalid(ValidationError),
}

impl DecodeError {
    pub(crate) fn syntax(error: &impl fmt::Display) -> Self {
        Self::Syntax { message: error.to_string(), line: 0, column: 0 }
    }

    /// The error of a text that stands so many lines further down.
    #[cfg(feature = "json")]
    pub(crate) fn below(mut self, lines: usize) -> Self {
        match &mut self {
            Self::Syntax { line, .. } => *line = lines + (*line).max(1),
            Self::Invalid(error) => {
                for issue in error.issues_mut() {
                    if let (Some(line), Some(column)) = (issue.line(), issue.column()) {
                        issue.set_place(line + lines, column);
                    }
                }
            }
            Self::Io(_) => {}
        }
        self
    }

    /// The faults of what the text says; none if it could not be read to its end.
    #[must_use]
    pub fn issues(&self) -> &[Issue] {
        match self {
            Self::Invalid(error) => error.issues(),
            Self::Syntax { .. } | Self::Io(_) => &[],
        }
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax { message, line: 0, .. } => f.write_str(message),
            Self::Syntax { message, line, column } => write!(f, "{message} at line {line} column {column}"),
            Self::Io(error) => error.fmt(f),
            Self::Invalid(error) => error.fmt(f),
        }
    }
}

impl StdError for DecodeError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Syntax { .. } => None,
            Self::Io(error) => Some(error),
            Self::Invalid(error) => Some(error),
        }
    }
}

impl From<ValidationError> for DecodeError {
    fn from(error: ValidationError) -> Self {
        Self::Invalid(error)
    }
}

impl From<io::Error> for DecodeError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// As in Python, data that cannot be decoded is a `ValueError`.
impl From<DecodeError> for Error {
    fn from(error: DecodeError) -> Self {
        match error {
            DecodeError::Invalid(error) => error.into(),
            error => Self::value_error(error.to_string()).with_source(error),
        }
    }
}
