//! What can be a key of a dict or a member of a set.

use std::borrow::Cow;
use std::fmt;
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher, Hash, Hasher};

use indexmap::Equivalent;

use super::compare::{Sense, equal};
use super::{Number, Tuple, Value};
use crate::error::Error;
use crate::function::enter;
use crate::instance;

/// A hashable [`Value`]: what [`Value::hash_key`] gives.
///
/// Equal as in Python, so `1`, `1.0` and `True` are one key; a NaN equals itself.
#[derive(Clone)]
pub struct Key(Value);

impl Value {
    /// Python's `hash`, or its refusal.
    ///
    /// # Errors
    /// A `TypeError`, `unhashable type: 'list'`, for lists, sets, dicts, what holds one of these, and Rust values
    /// that have no hash.
    ///
    /// ```
    /// use metaclass::Value;
    ///
    /// assert!(Value::from(1).hash_key()? == Value::from(1.0).hash_key()?);
    /// let error = Value::from(vec![1]).hash_key().unwrap_err();
    /// assert_eq!(error.to_string(), "unhashable type: 'list'");
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    pub fn hash_key(&self) -> Result<Key, Error> {
        Key::new(self.clone())
    }
}

impl Key {
    pub(crate) fn new(value: Value) -> Result<Self, Error> {
        let mut pending = vec![];
        let mut next = Some(&value);
        while let Some(value) = next {
            match value {
                Value::Tuple(items) => pending.extend(items.iter().rev()),
                Value::List(_) | Value::Set(_) | Value::Dict(_) => return Err(unhashable(value)),
                Value::Instance(_) | Value::Shared(_) => match instance::hashes_as(value) {
                    Some(Cow::Borrowed(plain)) => pending.push(plain),
                    Some(Cow::Owned(plain)) => {
                        let _entered = enter()?;
                        Self::new(plain)?;
                    }
                    None => drop(instance::hash(value, value.address())?),
                },
                Value::Opaque(opaque) => match value.without_names() {
                    Some(tuple) => drop(Self::new(tuple)?),
                    None if opaque.get().hash_value().is_none() => return Err(unhashable(value)),
                    None => {}
                },
                _ => {}
            }
            next = pending.pop();
        }
        Ok(Self(value))
    }

    /// A key made of a Rust value; a sequence becomes a tuple, since a list is no key.
    pub(crate) fn of_rust(value: Value) -> Result<Self, Error> {
        Self::new(match value {
            Value::List(items) => Tuple::from(items).into(),
            value => value,
        })
    }

    /// The value.
    #[must_use]
    pub const fn value(&self) -> &Value {
        &self.0
    }

    /// Python's `hash(value)`: that of an integer is the integer. Any other is made by one hasher for all; the map that uses
    /// it has its own random one.
    pub(crate) fn code(&self) -> i64 {
        let integer = self.0.numeric().and_then(|number| match number {
            Number::Int(integer) => i64::try_from(integer).ok(),
            Number::Float(float) => super::as_integer(float).and_then(|integer| i64::try_from(integer).ok()),
        });
        integer.unwrap_or_else(|| BuildHasherDefault::<DefaultHasher>::default().hash_one(self).cast_signed())
    }

    /// The value itself.
    #[must_use]
    pub fn into_value(self) -> Value {
        self.0
    }
}

fn unhashable(value: &Value) -> Error {
    Error::type_error(format!("unhashable type: '{}'", value.type_name()))
}

impl From<super::Str> for Key {
    fn from(text: super::Str) -> Self {
        Self(text.into())
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        equal(&self.0, &other.0, Sense::Keys)
    }
}

impl Eq for Key {}

/// What a hash begins with, so that no kind is taken for another. Numbers are one kind.
mod kind {
    pub(super) const NONE: u8 = 0;
    pub(super) const INTEGRAL: u8 = 1;
    pub(super) const FLOAT: u8 = 2;
    pub(super) const STR: u8 = 3;
    pub(super) const BYTES: u8 = 4;
    pub(super) const TUPLE: u8 = 5;
    pub(super) const OBJECT: u8 = 6;
}

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let mut pending = vec![];
        let mut next = Some(&self.0);
        while let Some(value) = next {
            match value {
                Value::Tuple(items) => {
                    kind::TUPLE.hash(state);
                    items.len().hash(state);
                    pending.extend(items.iter().rev());
                }
                Value::None => kind::NONE.hash(state),
                Value::False => hash_integral(0, state),
                Value::True => hash_integral(1, state),
                Value::Int(value) => hash_integral((*value).into(), state),
                Value::Wide(value) => hash_integral(value.get(), state),
                Value::Float(value) => hash_float(value.get(), state),
                Value::Str(text) => hash_str(text, state),
                Value::Bytes(bytes) => (kind::BYTES, &**bytes).hash(state),
                // A compiled struct may equal an instance.
                Value::Opaque(opaque) => match (value.without_names(), opaque.get().hash_value()) {
                    (Some(tuple), _) => Self(tuple).hash(state),
                    (None, Some(hash)) => hash_integral(hash.cast_signed().into(), state),
                    (None, None) => kind::OBJECT.hash(state),
                },
                // An instance whose hash is an integer may equal that integer.
                Value::Instance(_) | Value::Shared(_) => match instance::hashes_as(value) {
                    Some(Cow::Borrowed(plain)) => pending.push(plain),
                    Some(Cow::Owned(plain)) => match enter() {
                        Ok(_entered) => Self(plain).hash(state),
                        Err(_) => kind::OBJECT.hash(state),
                    },
                    None => match instance::hash(value, value.address()) {
                        Ok(hash) => hash_integral(hash.into(), state),
                        Err(_) => kind::OBJECT.hash(state),
                    },
                },
                Value::NotImplemented => (kind::OBJECT, 0).hash(state),
                Value::Class(_) | Value::WeakClass(_) | Value::Function(_) | Value::Descriptor(_) => {
                    (kind::OBJECT, value.address()).hash(state);
                }
                Value::List(_) | Value::Set(_) | Value::Dict(_) => {}
            }
            next = pending.pop();
        }
    }
}

fn hash_integral<H: Hasher>(value: i128, state: &mut H) {
    (kind::INTEGRAL, value).hash(state);
}

/// A whole float hashes as its integer.
fn hash_float<H: Hasher>(value: f64, state: &mut H) {
    match super::as_integer(value) {
        Some(integer) => hash_integral(integer, state),
        None => (kind::FLOAT, value.to_bits()).hash(state),
    }
}

fn hash_str<H: Hasher>(text: &str, state: &mut H) {
    (kind::STR, text).hash(state);
}

/// A text that is looked up without making a key of it.
pub(super) struct StrKey<'a>(pub(super) &'a str);

impl Hash for StrKey<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        hash_str(self.0, state);
    }
}

impl Equivalent<Key> for StrKey<'_> {
    fn equivalent(&self, key: &Key) -> bool {
        key.0.as_str() == Some(self.0)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Bytes, Dict, Set};

    fn hash(value: impl Into<Value>) -> u64 {
        // One hasher for all: hashes are compared.
        static STATE: std::sync::OnceLock<std::hash::RandomState> = std::sync::OnceLock::new();
        STATE.get_or_init(Default::default).hash_one(value.into().hash_key().unwrap())
    }

    #[test]
    fn what_is_equal_hashes_alike() {
        assert_eq!(hash(1), hash(true));
        assert_eq!(hash(1), hash(1.0));
        assert_eq!(hash(0), hash(-0.0));
        assert_eq!(hash(i128::MAX / 2 + 1), hash(2_f64.powi(126)));
        assert_eq!(hash("a"), hash(String::from("a")));
        let tuple = |items: Vec<Value>| Value::from(Tuple::from(items));
        assert_eq!(hash(tuple(vec![1.into(), "a".into()])), hash(tuple(vec![true.into(), "a".into()])));
        assert_ne!(hash("1"), hash(1));
        assert_ne!(hash(tuple(vec![tuple(vec![]), 1.into()])), hash(tuple(vec![tuple(vec![1.into()])])));
    }

    #[test]
    fn what_can_change_is_refused() {
        let refused = |value: Value| value.hash_key().map(drop).map_err(|error| error.to_string());
        assert_eq!(refused(vec![1].into()), Err("unhashable type: 'list'".into()));
        assert_eq!(refused(Set::new().into()), Err("unhashable type: 'set'".into()));
        assert_eq!(refused(Dict::new().into()), Err("unhashable type: 'dict'".into()));
        assert_eq!(refused(Tuple::from(vec![vec![1].into()]).into()), Err("unhashable type: 'list'".into()));
        assert_eq!(refused(Bytes::from(vec![1]).into()), Ok(()));
    }

    #[test]
    fn a_nan_is_found_again() {
        let nan = || Value::from(f64::NAN).hash_key().unwrap();
        assert!(nan() == nan());
        assert_ne!(nan().into_value(), nan().into_value());
    }
}
