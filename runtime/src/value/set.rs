//! Sets: ordered as they were filled.

use std::fmt;
use std::sync::Arc;

use indexmap::IndexSet;

use super::drop::free;
use super::{Key, Value};
use crate::error::Error;

/// A Python set; where Python's order is arbitrary, this one keeps that of insertion.
///
/// One pointer, counted, copied on write.
///
/// ```
/// use metaclass::value::Set;
///
/// let mut set = Set::new();
/// assert!(set.insert(1)?);
/// assert!(!set.insert(1.0)?);
/// assert_eq!(set.to_string(), "{1}");
/// # Ok::<(), metaclass::Error>(())
/// ```
#[derive(Clone, Default)]
pub struct Set(Arc<Members>);

/// Members that are freed without recursion, however deep they are nested.
#[derive(Clone, Default)]
struct Members(IndexSet<Key>);

impl Members {
    fn take(&mut self) -> Vec<Value> {
        std::mem::take(&mut self.0).into_iter().map(Key::into_value).collect()
    }
}

impl Drop for Members {
    fn drop(&mut self) {
        if self.0.iter().any(|key| key.value().is_deep()) {
            free(self.take());
        }
    }
}

impl Set {
    /// Without members.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The number of members.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.0.len()
    }

    /// Has it no members?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.0.is_empty()
    }

    /// Adds a member; false if it was one already.
    ///
    /// # Errors
    /// A `TypeError` if the value is not hashable: `unhashable type: 'list'`.
    pub fn insert(&mut self, member: impl Into<Value>) -> Result<bool, Error> {
        let key = Key::new(member.into())?;
        Ok(Arc::make_mut(&mut self.0).0.insert(key))
    }

    /// Is this a member?
    #[must_use]
    pub fn contains(&self, key: &Key) -> bool {
        self.0.0.contains(key)
    }

    /// Takes out a member; false if it was none. The others keep their order.
    pub fn remove(&mut self, key: &Key) -> bool {
        Arc::make_mut(&mut self.0).0.shift_remove(key)
    }

    /// Are all its members also members of `other`?
    #[must_use]
    pub fn is_subset(&self, other: &Self) -> bool {
        self.0.0.is_subset(&other.0.0)
    }

    /// The members, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Value> {
        self.keys().map(Key::value)
    }

    pub(super) fn keys(&self) -> impl ExactSizeIterator<Item = &Key> {
        self.0.0.iter()
    }

    /// The members, if nobody else holds them.
    pub(super) fn into_unshared(self) -> Option<Vec<Value>> {
        Arc::into_inner(self.0).map(|mut members| members.take())
    }
}

impl FromIterator<Key> for Set {
    fn from_iter<I: IntoIterator<Item = Key>>(members: I) -> Self {
        Self(Arc::new(Members(members.into_iter().collect())))
    }
}

impl From<Set> for Value {
    fn from(set: Set) -> Self {
        Self::Set(set)
    }
}

/// The members themselves, in order; the set is copied first if somebody else holds it too.
impl IntoIterator for Set {
    type Item = Value;
    type IntoIter = std::vec::IntoIter<Value>;

    fn into_iter(self) -> Self::IntoIter {
        Arc::unwrap_or_clone(self.0).take().into_iter()
    }
}

impl PartialEq for Set {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.is_subset(other)
    }
}

/// Python's repr.
impl fmt::Display for Set {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&Value::from(self.clone()), f)
    }
}

impl fmt::Debug for Set {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_is_what_python_takes_for_one() {
        let mut set: Set = [1, 2].map(|i| Value::from(i).hash_key().unwrap()).into_iter().collect();
        let copy = set.clone();
        assert!(set.insert("x").unwrap());
        assert!(set.contains(&Value::from(1.0).hash_key().unwrap()));
        assert!(copy.is_subset(&set) && !set.is_subset(&copy));
        assert_eq!(set.insert(vec![1]).unwrap_err().to_string(), "unhashable type: 'list'");
        assert_eq!((set.to_string(), copy.len()), ("{1, 2, 'x'}".into(), 2));
        assert_eq!(set.iter().count(), set.into_iter().count());
    }
}
