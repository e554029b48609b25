//! Dicts: ordered as they were filled.

use std::fmt;
use std::sync::Arc;

use indexmap::IndexMap;

use super::drop::free;
use super::key::StrKey;
use super::{Key, Str, Value};
use crate::error::Error;

/// A Python dict: keeps the order of insertion, takes what is hashable as key.
///
/// One pointer, counted, copied on write.
///
/// ```
/// use metaclass::value::Dict;
///
/// let mut dict = Dict::from([("x", 1), ("y", 2)]);
/// dict.insert("z", 3)?;
/// assert_eq!(dict.get("z").and_then(|z| z.as_int()), Some(3));
/// assert_eq!(dict.to_string(), "{'x': 1, 'y': 2, 'z': 3}");
/// # Ok::<(), metaclass::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct Dict(Arc<Entries>);

/// Entries that are freed without recursion, however deep they are nested.
#[derive(Clone, Default)]
struct Entries(IndexMap<Key, Value>);

impl Entries {
    fn take(&mut self) -> Vec<Value> {
        let entries = std::mem::take(&mut self.0);
        entries.into_iter().flat_map(|(key, value)| [key.into_value(), value]).collect()
    }
}

impl Drop for Entries {
    fn drop(&mut self) {
        if self.0.iter().any(|(key, value)| key.value().is_deep() || value.is_deep()) {
            free(self.take());
        }
    }
}

impl Dict {
    /// Without entries.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The number of entries.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.0.len()
    }

    /// Has it no entries?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.0.is_empty()
    }

    /// Sets the value of a key and gives the one it had; a key that is there keeps its place.
    ///
    /// # Errors
    /// A `TypeError` if the key is not hashable: `unhashable type: 'list'`.
    pub fn insert(&mut self, key: impl Into<Value>, value: impl Into<Value>) -> Result<Option<Value>, Error> {
        Ok(self.insert_key(Key::new(key.into())?, value.into()))
    }

    pub(crate) fn insert_key(&mut self, key: Key, value: Value) -> Option<Value> {
        Arc::make_mut(&mut self.0).0.insert(key, value)
    }

    /// The value of a text.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.0.0.get(&StrKey(key))
    }

    /// The value of a text, to be changed; copied first if somebody else holds the dict too.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Value> {
        Arc::make_mut(&mut self.0).0.get_mut(&StrKey(key))
    }

    /// The value of any key.
    #[must_use]
    pub fn get_key(&self, key: &Key) -> Option<&Value> {
        self.0.0.get(key)
    }

    /// Is there a value of this text?
    #[must_use]
    pub fn contains(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Takes out the value of a text; the other entries keep their order.
    pub fn remove(&mut self, key: &str) -> Option<Value> {
        Arc::make_mut(&mut self.0).0.shift_remove(&StrKey(key))
    }

    pub(crate) fn remove_key(&mut self, key: &Key) -> Option<Value> {
        Arc::make_mut(&mut self.0).0.shift_remove(key)
    }

    /// Keys and values, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&Value, &Value)> {
        self.0.0.iter().map(|(key, value)| (key.value(), value))
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl ExactSizeIterator<Item = &Key> {
        self.0.0.keys()
    }

    /// The values, in order.
    pub fn values(&self) -> impl ExactSizeIterator<Item = &Value> {
        self.0.0.values()
    }

    #[cfg(feature = "json")]
    pub(crate) fn values_mut(&mut self) -> impl ExactSizeIterator<Item = &mut Value> {
        Arc::make_mut(&mut self.0).0.values_mut()
    }

    pub(super) fn entries(&self) -> impl ExactSizeIterator<Item = (&Key, &Value)> {
        self.0.0.iter()
    }

    /// Keys and values, if nobody else holds them.
    pub(super) fn into_unshared(self) -> Option<Vec<Value>> {
        Arc::into_inner(self.0).map(|mut entries| entries.take())
    }
}

impl<K: Into<Str>, V: Into<Value>> FromIterator<(K, V)> for Dict {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let entries = entries.into_iter().map(|(key, value)| (Key::from(key.into()), value.into()));
        Self(Arc::new(Entries(entries.collect())))
    }
}

impl<K: Into<Str>, V: Into<Value>, const N: usize> From<[(K, V); N]> for Dict {
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl From<Dict> for Value {
    fn from(dict: Dict) -> Self {
        Self::Dict(dict)
    }
}

/// The entries themselves, in order; the dict is copied first if somebody else holds it too.
impl IntoIterator for Dict {
    type Item = (Value, Value);
    type IntoIter = std::vec::IntoIter<(Value, Value)>;

    fn into_iter(self) -> Self::IntoIter {
        let mut entries = Arc::unwrap_or_clone(self.0);
        let entries = std::mem::take(&mut entries.0).into_iter();
        entries.map(|(key, value)| (key.into_value(), value)).collect::<Vec<_>>().into_iter()
    }
}

impl PartialEq for Dict {
    fn eq(&self, other: &Self) -> bool {
        Value::from(self.clone()) == Value::from(other.clone())
    }
}

/// Python's repr.
impl fmt::Display for Dict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Value::from(self.clone()), f)
    }
}

impl fmt::Debug for Dict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_what_python_takes_for_one() {
        let mut dict = Dict::new();
        assert_eq!(dict.insert(1, "int").unwrap(), None);
        assert_eq!(dict.insert(true, "bool").unwrap(), Some("int".into()));
        assert_eq!(dict.to_string(), "{1: 'bool'}");
        let error = dict.insert(vec![1], 1).unwrap_err();
        assert_eq!(error.to_string(), "unhashable type: 'list'");
    }

    #[test]
    fn entries_are_read_changed_and_removed() {
        let mut dict = Dict::from([("a", 1), ("b", 2), ("c", 3)]);
        let copy = dict.clone();
        *dict.get_mut("b").unwrap() = Value::None;
        assert_eq!(dict.remove("a"), Some(1.into()));
        assert_eq!((dict.contains("a"), dict.get("z")), (false, None));
        assert_eq!((dict.to_string(), copy.len()), ("{'b': None, 'c': 3}".into(), 3));
        let entries: Vec<_> = dict.iter().map(|(key, value)| format!("{key}={value}")).collect();
        assert_eq!(entries, ["b=None", "c=3"]);
        assert_eq!(dict.into_iter().count(), 2);
    }
}
