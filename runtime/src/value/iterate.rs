//! Python's `iter`.

use super::{Key, Value};
use crate::args::Args;
use crate::error::Error;
use crate::instance;

/// The items that Python's `for` gives: of what [`Value::iterate`] iterates.
pub struct Iter<'a>(Source<'a>);

enum Source<'a> {
    Items(std::slice::Iter<'a, Value>),
    Chars(std::str::Chars<'a>),
    Bytes(std::slice::Iter<'a, u8>),
    Keys(Box<dyn Iterator<Item = &'a Key> + 'a>),
    /// What `__iter__` gives.
    Given(std::vec::IntoIter<Value>),
}

impl Value {
    /// Python's `iter(value)`: items, the keys of a dict, the characters of a text, the bytes as integers, what `__iter__`
    /// of its class gives.
    ///
    /// ```
    /// use metaclass::Value;
    ///
    /// let letters: Vec<Value> = Value::from("ab").iterate()?.collect();
    /// assert_eq!(letters, ["a".into(), "b".into()]);
    /// let error = Value::from(1).iterate().map(drop).unwrap_err();
    /// assert_eq!(error.to_string(), "'int' object is not iterable");
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    ///
    /// # Errors
    /// A `TypeError` if it cannot be iterated.
    pub fn iterate(&self) -> Result<Iter<'_>, Error> {
        Ok(Iter(match self {
            Self::List(items) => Source::Items(items.iter()),
            Self::Tuple(items) => Source::Items(items.iter()),
            Self::Str(text) => Source::Chars(text.chars()),
            Self::Bytes(bytes) => Source::Bytes(bytes.iter()),
            Self::Set(set) => Source::Keys(Box::new(set.keys())),
            Self::Dict(dict) => Source::Keys(Box::new(dict.keys())),
            _ if self.defines("__iter__") => {
                let given = instance::call(self, "__iter__", Args::new())?;
                Source::Given(given.iterate()?.collect::<Vec<_>>().into_iter())
            }
            other => return Err(Error::type_error(format!("'{}' object is not iterable", other.type_name()))),
        }))
    }
}

impl Iterator for Iter<'_> {
    type Item = Value;

    fn next(&mut self) -> Option<Value> {
        match &mut self.0 {
            Source::Items(items) => items.next().cloned(),
            Source::Chars(chars) => chars.next().map(Value::from),
            Source::Bytes(bytes) => bytes.next().copied().map(Value::from),
            Source::Keys(keys) => keys.next().map(|key| key.value().clone()),
            Source::Given(items) => items.next(),
        }
    }
}
