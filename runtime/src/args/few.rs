//! Lists that are kept in place as long as they are short: most calls have few arguments.

use std::{array, iter, vec};

/// How many items are kept in place.
const IN_PLACE: usize = 5;

/// A list of arguments.
#[derive(Clone)]
pub(crate) enum Few<T> {
    /// The first `len` of these.
    InPlace {
        items: [T; IN_PLACE],
        len: usize,
    },
    Many(Vec<T>),
}

impl<T: Default> Few<T> {
    /// Room for this many items, each of which is the default to begin with.
    pub(crate) fn defaults(len: usize) -> Self {
        match len <= IN_PLACE {
            true => Self::InPlace { items: array::from_fn(|_| T::default()), len },
            false => Self::Many(iter::repeat_with(T::default).take(len).collect()),
        }
    }

    pub(crate) fn as_slice(&self) -> &[T] {
        match self {
            Self::InPlace { items, len } => items.get(..*len).unwrap_or_default(),
            Self::Many(items) => items,
        }
    }

    pub(crate) fn as_mut_slice(&mut self) -> &mut [T] {
        match self {
            Self::InPlace { items, len } => items.get_mut(..*len).unwrap_or_default(),
            Self::Many(items) => items,
        }
    }

    pub(crate) fn push(&mut self, item: T) {
        match self {
            Self::InPlace { items, len } => match items.get_mut(*len) {
                Some(free) => {
                    *free = item;
                    *len += 1;
                }
                None => *self = Self::Many(std::mem::take(self).into_iter().chain([item]).collect()),
            },
            Self::Many(items) => items.push(item),
        }
    }

    /// Puts items at a place within the list, or at its end.
    pub(crate) fn insert(&mut self, at: usize, items: impl IntoIterator<Item = T>) {
        let mut before = std::mem::take(self).into_iter();
        self.extend(before.by_ref().take(at));
        self.extend(items);
        self.extend(before);
    }
}

impl<T: Default> Default for Few<T> {
    fn default() -> Self {
        Self::defaults(0)
    }
}

impl<T: Default> Extend<T> for Few<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        items.into_iter().for_each(|item| self.push(item));
    }
}

impl<T: Default> FromIterator<T> for Few<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut few = Self::default();
        few.extend(items);
        few
    }
}

/// An array takes no way round when it is of the size that is kept in place.
impl<T: Default, const N: usize> From<[T; N]> for Few<T> {
    fn from(items: [T; N]) -> Self {
        match N <= IN_PLACE {
            true => items.into_iter().collect(),
            false => Self::Many(items.into()),
        }
    }
}

impl<T> From<Vec<T>> for Few<T> {
    fn from(items: Vec<T>) -> Self {
        Self::Many(items)
    }
}

impl<T> From<Few<T>> for Vec<T> {
    fn from(items: Few<T>) -> Self {
        match items {
            Few::Many(items) => items,
            items @ Few::InPlace { .. } => items.into_iter().collect(),
        }
    }
}

impl<T> IntoIterator for Few<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;

    fn into_iter(self) -> IntoIter<T> {
        match self {
            Self::InPlace { items, len } => IntoIter::InPlace(items.into_iter().take(len)),
            Self::Many(items) => IntoIter::Many(items.into_iter()),
        }
    }
}

/// The items themselves.
pub(crate) enum IntoIter<T> {
    InPlace(iter::Take<array::IntoIter<T, IN_PLACE>>),
    Many(vec::IntoIter<T>),
}

impl<T> Iterator for IntoIter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        match self {
            Self::InPlace(items) => items.next(),
            Self::Many(items) => items.next(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match self {
            Self::InPlace(items) => items.size_hint(),
            Self::Many(items) => items.size_hint(),
        }
    }
}

impl<T> ExactSizeIterator for IntoIter<T> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_grows_beyond_its_place() {
        for len in [0, 1, IN_PLACE - 1, IN_PLACE, IN_PLACE + 1, 40] {
            let mut few: Few<usize> = (0..len).collect();
            assert_eq!(matches!(few, Few::Many(_)), len > IN_PLACE);
            assert_eq!(few.as_slice(), (0..len).collect::<Vec<_>>());
            few.as_mut_slice().iter_mut().for_each(|item| *item += 1);
            assert_eq!(Vec::from(few.clone()), (1..=len).collect::<Vec<_>>());
            assert_eq!(few.into_iter().len(), len);
            assert_eq!(Few::<usize>::defaults(len).as_slice(), vec![0; len]);
        }
    }

    #[test]
    fn items_are_put_within() {
        let mut few = Few::from(["a", "d"]);
        few.insert(1, ["b", "c"]);
        assert_eq!(few.as_slice(), ["a", "b", "c", "d"]);
        few.insert(4, ["e", "f"]);
        assert_eq!(Vec::from(few), ["a", "b", "c", "d", "e", "f"]);
        assert_eq!(Few::from([1, 2, 3, 4, 5, 6, 7]).as_slice().len(), 7);
        assert_eq!(Few::from(vec![1]).as_slice(), [1]);
    }
}
