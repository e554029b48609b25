//! `*items` and `**mapping` in a call.

use crate::error::Error;
use crate::spec::Text;
use crate::value::{Dict, Value};

/// What could not be unpacked, and why.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// `*value` of a value of this class.
    NotIterable(String),
    /// `**value` of a value of this class.
    NotMapping(String),
    /// `**value` with a key that is no text.
    KeyIsNoText,
}

impl Fault {
    /// The `TypeError`, in CPython's words.
    #[cold]
    pub(crate) fn error(&self, callee: &str) -> Error {
        let callee = if callee.is_empty() { String::new() } else { format!("{callee}() ") };
        Error::type_error(match self {
            Self::NotIterable(class) => format!("{callee}argument after * must be an iterable, not {class}"),
            Self::NotMapping(class) => format!("{callee}argument after ** must be a mapping, not {class}"),
            Self::KeyIsNoText => "keywords must be strings".to_owned(),
        })
    }
}

/// What `*` can unpack into arguments: what Rust iterates, and a [`Value`] that Python would iterate.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be unpacked into arguments",
    label = "`*` unpacks what is iterated: its items must turn into values",
    note = "write `(*x)` to dereference"
)]
pub trait Unpack {
    #[doc(hidden)]
    #[allow(clippy::missing_errors_doc, reason = "private")]
    fn __unpack(self) -> Result<Vec<Value>, Fault>;
}

impl<I: IntoIterator<Item: Into<Value>>> Unpack for I {
    fn __unpack(self) -> Result<Vec<Value>, Fault> {
        Ok(self.into_iter().map(Into::into).collect())
    }
}

impl Unpack for Value {
    fn __unpack(self) -> Result<Vec<Value>, Fault> {
        (&self).__unpack()
    }
}

impl Unpack for &Value {
    fn __unpack(self) -> Result<Vec<Value>, Fault> {
        match self.iterate() {
            Ok(items) => Ok(items.collect()),
            Err(_) => Err(Fault::NotIterable(self.type_name().to_owned())),
        }
    }
}

/// What `**` can unpack into arguments: what Rust iterates as names and values, and a dict.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be unpacked into keyword arguments",
    label = "`**` unpacks what is iterated as pairs of names and values"
)]
pub trait UnpackKeywords {
    #[doc(hidden)]
    #[allow(clippy::missing_errors_doc, reason = "private")]
    fn __unpack_keywords(self) -> Result<Vec<(Text, Value)>, Fault>;
}

impl<K: Into<String>, V: Into<Value>, I: IntoIterator<Item = (K, V)>> UnpackKeywords for I {
    fn __unpack_keywords(self) -> Result<Vec<(Text, Value)>, Fault> {
        Ok(self.into_iter().map(|(name, value)| (Text::from(name.into()), value.into())).collect())
    }
}

impl UnpackKeywords for Dict {
    fn __unpack_keywords(self) -> Result<Vec<(Text, Value)>, Fault> {
        (&self).__unpack_keywords()
    }
}

impl UnpackKeywords for &Dict {
    fn __unpack_keywords(self) -> Result<Vec<(Text, Value)>, Fault> {
        let named = |(key, value): (&Value, &Value)| match key.as_str() {
            Some(name) => Ok((Text::from(name.to_owned()), value.clone())),
            None => Err(Fault::KeyIsNoText),
        };
        self.iter().map(named).collect()
    }
}

impl UnpackKeywords for Value {
    fn __unpack_keywords(self) -> Result<Vec<(Text, Value)>, Fault> {
        (&self).__unpack_keywords()
    }
}

impl UnpackKeywords for &Value {
    fn __unpack_keywords(self) -> Result<Vec<(Text, Value)>, Fault> {
        match self {
            Value::Dict(dict) => dict.__unpack_keywords(),
            value => Err(Fault::NotMapping(value.type_name().to_owned())),
        }
    }
}
