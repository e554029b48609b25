//! Items as rules look at them: lists of values, and the collections of the standard library.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet, VecDeque};
use std::rc::Rc;
use std::sync::Arc;

use super::Items;
use super::rules::UniqueItems;
use crate::field_type::FieldType;
use crate::value::{List, Set, Tuple, Value};

/// So many items, of which nothing else is known.
pub(crate) struct Counted(pub(crate) usize);

impl Items for Counted {
    fn count(&self) -> usize {
        self.0
    }

    fn repeated(&self) -> Option<usize> {
        None
    }
}

/// Up to so many items are compared with each other; beyond, those seen are kept in a table.
const FEW: usize = 16;

/// The position of the first item that stood before.
pub(crate) fn repeated<'a, T: FieldType + 'a>(items: &(impl ExactSizeIterator<Item = &'a T> + Clone)) -> Option<usize> {
    let few = if items.len() <= FEW { among_few(items) } else { None };
    few.unwrap_or_else(|| among_many(items))
}

/// `None` if the items are no scalars, so that there is more to comparing them.
fn among_few<'a, T: FieldType + 'a>(items: &(impl Iterator<Item = &'a T> + Clone)) -> Option<Option<usize>> {
    for (i, item) in items.clone().enumerate() {
        for earlier in items.clone().take(i) {
            if item.__view().same(earlier.__view())? {
                return Some(Some(i));
            }
        }
    }
    Some(None)
}

fn among_many<'a, T: FieldType + 'a>(items: &(impl Iterator<Item = &'a T> + Clone)) -> Option<usize> {
    let values: Result<Vec<Value>, _> = items.clone().map(T::to_value).collect();
    match (values, T::__OBJECT.eq()) {
        (Ok(values), _) => UniqueItems.repeated(&values),
        // What cannot be read may still be compared.
        (Err(_), Some(eq)) => {
            let is_repeated = |(i, item): (usize, &T)| items.clone().take(i).any(|earlier| eq(item, earlier));
            items.clone().enumerate().position(is_repeated)
        }
        (Err(_), None) => {
            let same = |item: &T, earlier: &T| item.__view().same(earlier.__view()) == Some(true);
            let is_repeated = |(i, item): (usize, &T)| items.clone().take(i).any(|earlier| same(item, earlier));
            items.clone().enumerate().position(is_repeated)
        }
    }
}

macro_rules! values {
    ($($type:ty)*) => {$(
        impl Items for $type {
            fn count(&self) -> usize {
                self.len()
            }

            fn repeated(&self) -> Option<usize> {
                UniqueItems.repeated(self)
            }
        }
    )*};
}

values! { List Tuple }

macro_rules! sets {
    ($(($($generics:tt)*) $type:ty;)*) => {$(
        impl<$($generics)*> Items for $type {
            fn count(&self) -> usize {
                self.len()
            }

            fn repeated(&self) -> Option<usize> {
                None
            }
        }
    )*};
}

sets! {
    () Set;
    (T, S) HashSet<T, S>;
    (T) BTreeSet<T>;
}

macro_rules! lists {
    ($(($($generics:tt)*) $type:ty;)*) => {$(
        impl<T: FieldType, $($generics)*> Items for $type {
            #[inline]
            fn count(&self) -> usize {
                self.len()
            }

            fn repeated(&self) -> Option<usize> {
                repeated(&self.iter())
            }
        }
    )*};
}

lists! {
    () Vec<T>;
    () VecDeque<T>;
    () &[T];
    () Box<[T]>;
    () Rc<[T]>;
    () Arc<[T]>;
    (const N: usize) [T; N];
}

impl<T: FieldType + Clone> Items for Cow<'_, [T]> {
    fn count(&self) -> usize {
        self.len()
    }

    fn repeated(&self) -> Option<usize> {
        repeated(&self.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scalars_repeat_as_python_sees_them() {
        assert_eq!(vec![1, 2, 1].repeated(), Some(2));
        assert_eq!(vec!["a".to_owned(), "b".to_owned()].repeated(), None);
        assert_eq!(vec![0.0, -0.0].repeated(), Some(1));
        assert_eq!(vec![f64::NAN, f64::NAN].repeated(), None);
        assert_eq!(vec![f64::NAN; FEW + 1].repeated(), None);
        assert_eq!(vec![Some(1), None, None].repeated(), Some(2));
        assert_eq!(VecDeque::from([1, 1]).repeated(), Some(1));
        assert_eq!(BTreeSet::from([1, 2]).repeated(), None);
    }

    #[test]
    fn many_items_and_lists_of_lists_repeat_too() {
        let many: Vec<i64> = (0..1000).chain([500]).collect();
        assert_eq!(many.repeated(), Some(1000));
        assert_eq!(vec![vec![1], vec![2], vec![1]].repeated(), Some(2));
        assert_eq!([Value::from(1), Value::from(1.0)].repeated(), Some(1));
        let wide: Vec<u128> = (0..20).map(|i| u128::MAX - i).collect();
        assert_eq!((wide.repeated(), [wide, vec![u128::MAX]].concat().repeated()), (None, Some(20)));
    }
}
