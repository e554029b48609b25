//! Data as JSON: every fault with its line and column.
//!
//! ```
//! # #[cfg(feature = "derive")] {
//! use metaclass::prelude::*;
//!
//! #[derive(Dataclass)]
//! #[dataclass(serde)]
//! struct User {
//!     #[field(min_length = 3)]
//!     name: String,
//!     age: Option<u8>,
//!     email: String,
//! }
//!
//! let text = r#"{
//!   "name": "Al",
//!   "age": "old"
//! }"#;
//! let error = metaclass::json::from_str::<User>(text).unwrap_err();
//! assert_eq!(
//!     format!("{error:#}"),
//!     "Validation errors:
//!   name: must have at least 3 characters
//!   age: expected int, got str
//!   email: required"
//! );
//! let issue = &error.issues()[1];
//! assert_eq!((issue.line(), issue.column()), (Some(3), Some(10)));
//! # }
//! ```

mod class;
mod integers;
mod lines;
mod locate;
mod parser;
#[cfg(test)]
mod random;

use std::io::Read;

pub use lines::{Lines, from_lines};

use serde::Serialize;

use self::parser::{Parser, SyntaxError};
use crate::decode::{Context, Decode, DecodeError, Slots};
use crate::limits::Limits;
use crate::path::Path;
use crate::spec::{ClassRef, ClassSpec, TypeSpec};
use crate::validate::{Issue, ValidationError};
use crate::value::Value;

/// Reads a value from text, and tells everything that is wrong.
///
/// # Errors
/// A [`DecodeError`]: the first error of the text itself, or all faults of what it says, with line and column.
pub fn from_str<'de, T: Decode<'de>>(text: &'de str) -> Result<T, DecodeError> {
    from_str_with(text, &Limits::new())
}

/// Reads a value from text, within limits.
///
/// # Errors
/// Those of [`from_str`].
pub fn from_str_with<'de, T: Decode<'de>>(text: &'de str, limits: &Limits) -> Result<T, DecodeError> {
    read(
        Parser::from_str(text),
        text.as_bytes(),
        || T::TYPE,
        limits,
        |parser, context, out| T::__decode_into(parser, context, out),
    )
}

/// Reads a value from bytes, and tells everything that is wrong.
///
/// # Errors
/// Those of [`from_str`]; bytes that are no UTF-8 are an error of the text.
pub fn from_slice<'de, T: Decode<'de>>(bytes: &'de [u8]) -> Result<T, DecodeError> {
    from_slice_with(bytes, &Limits::new())
}

/// Reads a value from bytes, within limits.
///
/// # Errors
/// Those of [`from_slice`].
pub fn from_slice_with<'de, T: Decode<'de>>(bytes: &'de [u8], limits: &Limits) -> Result<T, DecodeError> {
    read(
        Parser::from_slice(bytes),
        bytes,
        || T::TYPE,
        limits,
        |parser, context, out| T::__decode_into(parser, context, out),
    )
}

/// Reads all that a reader gives, up to 64 MiB, and then a value.
///
/// # Errors
/// Those of [`from_slice`]; [`DecodeError::Io`] if the reader fails or gives too much.
pub fn from_reader<T: for<'de> Decode<'de>>(reader: impl Read) -> Result<T, DecodeError> {
    from_reader_with(reader, &Limits::new())
}

/// Reads all that a reader gives, and then a value, within limits.
///
/// # Errors
/// Those of [`from_reader`].
pub fn from_reader_with<T: for<'de> Decode<'de>>(reader: impl Read, limits: &Limits) -> Result<T, DecodeError> {
    let most = u64::try_from(limits.bytes).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    // One more, to tell the end from a cut.
    reader.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() > limits.bytes {
        return Err(too_large(limits.bytes));
    }
    from_slice_with(&bytes, limits)
}

#[cold]
fn too_large(most: usize) -> DecodeError {
    let error = format!("there are more than {most} bytes");
    std::io::Error::new(std::io::ErrorKind::FileTooLarge, error).into()
}

/// Reads a value from a tree of JSON, and tells everything that is wrong.
///
/// # Errors
/// All faults; there are no lines and columns.
pub fn from_value<T: for<'de> Decode<'de>>(value: serde_json::Value) -> Result<T, DecodeError> {
    crate::decode::decode(value)
}

/// Writes a value as text.
///
/// ```
/// assert_eq!(metaclass::json::to_string(&metaclass::Value::from(vec![1, 2]))?, "[1,2]");
/// # Ok::<(), metaclass::Error>(())
/// ```
///
/// # Errors
/// A `ValueError` if a value cannot be written as JSON: a dict whose keys are lists, say.
pub fn to_string(value: &(impl Serialize + ?Sized)) -> Result<String, crate::Error> {
    serde_json::to_string(value).map_err(|error| crate::Error::value_error(error.to_string()).with_source(error))
}

impl ClassSpec {
    /// Reads an instance of a class that is described at run time, and tells everything that is wrong.
    ///
    /// # Errors
    /// Those of [`json::from_str`](crate::json::from_str).
    pub fn decode_json(&self, text: &str) -> Result<Slots<'_>, DecodeError> {
        self.decode_json_with(text, &Limits::new())
    }

    /// Reads an instance within limits.
    ///
    /// # Errors
    /// Those of [`decode_json`](Self::decode_json).
    pub fn decode_json_with(&self, text: &str, limits: &Limits) -> Result<Slots<'_>, DecodeError> {
        let ty = || TypeSpec::Class(ClassRef::Shared(self.clone().into()));
        read(Parser::from_str(text), text.as_bytes(), ty, limits, |parser, context, out| {
            *out = self.decode_into(parser, context)?;
            Ok(())
        })
    }
}

/// Reads a value; the type is for finding the places of faults.
#[inline]
fn read<'de, T>(
    mut parser: Parser<'de>,
    text: &[u8],
    ty: impl Fn() -> TypeSpec,
    limits: &Limits,
    decode: impl FnOnce(&mut Parser<'de>, &mut Context, &mut Option<T>) -> Result<(), SyntaxError>,
) -> Result<T, DecodeError> {
    let (mut context, mut value) = (Context::of_json(*limits, text), None);
    if let Err(error) = decode(&mut parser, &mut context, &mut value).and_then(|()| parser.end()) {
        return Err(error.into());
    }
    match value {
        Some(value) if context.is_clean() => Ok(value),
        _ => Err(located(context.take_error(), text, &ty)),
    }
}

/// The faults with their lines and columns.
#[cold]
fn located(mut error: ValidationError, text: &[u8], ty: &dyn Fn() -> TypeSpec) -> DecodeError {
    locate::locate(text, ty, error.issues_mut());
    DecodeError::Invalid(error)
}

/// Reads any value; integers have up to 128 bits.
pub(crate) fn value_from_str(text: &str, limits: &Limits) -> Result<Value, DecodeError> {
    let mut value = from_str_with(text, limits)?;
    integers::restore(&mut value, text);
    Ok(value)
}

/// The faults of a value that was read from text and then looked at, with their lines and columns.
#[cold]
pub(crate) fn located_in_value(error: ValidationError, text: &str) -> DecodeError {
    located(error, text.as_bytes(), &|| TypeSpec::Any)
}

/// Line and column of a name in a text, given the way to it; of the value at its end, if that is an item.
#[cold]
pub(crate) fn place_of(text: &str, path: &Path) -> Option<(usize, usize)> {
    // Of an unknown name, it is the name that is pointed at.
    let issue = path.segments().iter().rev().cloned().fold(Issue::new("unknown_field"), Issue::at);
    let mut issues = [issue];
    locate::locate(text.as_bytes(), &|| TypeSpec::Any, &mut issues);
    let [issue] = issues;
    issue.line().zip(issue.column())
}
