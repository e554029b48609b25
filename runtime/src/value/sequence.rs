//! Lists and tuples.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use super::Value;
use super::drop::free;

/// Items that are freed without recursion, however deep they are nested.
#[derive(Clone, Default)]
pub(super) struct Items(Vec<Value>);

impl Items {
    pub(super) fn take(&mut self) -> Vec<Value> {
        std::mem::take(&mut self.0)
    }
}

impl Drop for Items {
    fn drop(&mut self) {
        if self.0.iter().any(Value::is_deep) {
            free(self.take());
        }
    }
}

macro_rules! sequence {
    ($(#[$meta:meta])* $type:ident $variant:ident) => {
        $(#[$meta])*
        ///
        /// One pointer, counted, copied on write; dereferences to a slice.
        #[derive(Clone, Default)]
        pub struct $type(Arc<Items>);

        impl $type {
            /// Without items.
            #[must_use]
            pub fn new() -> Self {
                Self::default()
            }

            /// The items, if nobody else holds them.
            pub(super) fn into_unshared(self) -> Option<Vec<Value>> {
                Arc::into_inner(self.0).map(|mut items| items.take())
            }
        }

        impl Deref for $type {
            type Target = [Value];

            fn deref(&self) -> &[Value] {
                &self.0.0
            }
        }

        impl From<Vec<Value>> for $type {
            fn from(items: Vec<Value>) -> Self {
                Self(Arc::new(Items(items)))
            }
        }

        impl From<$type> for Vec<Value> {
            fn from(items: $type) -> Self {
                Arc::unwrap_or_clone(items.0).take()
            }
        }

        impl From<$type> for Value {
            fn from(items: $type) -> Self {
                Self::$variant(items)
            }
        }

        impl<T: Into<Value>> FromIterator<T> for $type {
            fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
                Self::from(items.into_iter().map(Into::into).collect::<Vec<_>>())
            }
        }

        impl IntoIterator for $type {
            type Item = Value;
            type IntoIter = std::vec::IntoIter<Value>;

            fn into_iter(self) -> Self::IntoIter {
                Vec::from(self).into_iter()
            }
        }

        impl<'a> IntoIterator for &'a $type {
            type Item = &'a Value;
            type IntoIter = std::slice::Iter<'a, Value>;

            fn into_iter(self) -> Self::IntoIter {
                self.iter()
            }
        }

        impl PartialEq for $type {
            fn eq(&self, other: &Self) -> bool {
                Value::from(self.clone()) == Value::from(other.clone())
            }
        }

        /// Python's repr.
        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                Value::from(self.clone()).fmt(f)
            }
        }

        impl fmt::Debug for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }
    };
}

sequence! {
    /// A Python list.
    List List
}

sequence! {
    /// A Python tuple.
    Tuple Tuple
}

impl List {
    /// Adds an item at the end.
    pub fn push(&mut self, item: impl Into<Value>) {
        Arc::make_mut(&mut self.0).0.push(item.into());
    }

    /// Takes out the item at a position, if there is one.
    pub fn remove(&mut self, position: usize) -> Option<Value> {
        (position < self.len()).then(|| Arc::make_mut(&mut self.0).0.remove(position))
    }

    /// The items, to be changed; copied first if somebody else holds them too.
    pub fn as_mut_slice(&mut self) -> &mut [Value] {
        &mut Arc::make_mut(&mut self.0).0
    }
}

impl From<Tuple> for List {
    fn from(items: Tuple) -> Self {
        Self(items.0)
    }
}

impl From<List> for Tuple {
    fn from(items: List) -> Self {
        Self(items.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clone_is_a_copy() {
        let list: List = [1, 2].into_iter().collect();
        let mut other = list.clone();
        other.push("x");
        other.as_mut_slice()[0] = Value::None;
        assert_eq!((list.to_string(), other.to_string()), ("[1, 2]".into(), "[None, 2, 'x']".into()));
        assert_eq!((other.remove(1), other.remove(2)), (Some(2.into()), None));
    }

    #[test]
    fn a_list_is_no_tuple_but_becomes_one() {
        let tuple: Tuple = ["a"].into_iter().collect();
        assert_eq!(tuple.to_string(), "('a',)");
        let list = List::from(tuple.clone());
        assert_ne!(Value::from(list.clone()), Value::from(tuple.clone()));
        assert_eq!(Tuple::from(list), tuple);
        assert_eq!(tuple.into_iter().collect::<Vec<_>>(), [Value::from("a")]);
    }
}
