//! Lists, tuples, dicts and sets.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::fmt;

use super::Repr;

/// Writes items between brackets, separated by commas.
pub(crate) fn write_items<'a, T: Repr + 'a>(
    f: &mut fmt::Formatter<'_>,
    open: &str,
    items: impl IntoIterator<Item = &'a T>,
    close: &str,
) -> fmt::Result {
    f.write_str(open)?;
    for (i, item) in items.into_iter().enumerate() {
        f.write_str(if i > 0 { ", " } else { "" })?;
        item.fmt_repr(f)?;
    }
    f.write_str(close)
}

fn write_set<'a, T: Repr + 'a>(f: &mut fmt::Formatter<'_>, items: impl ExactSizeIterator<Item = &'a T>) -> fmt::Result {
    match items.len() {
        0 => f.write_str("set()"),
        _ => write_items(f, "{", items, "}"),
    }
}

fn write_dict<'a, K: Repr + 'a, V: Repr + 'a>(
    f: &mut fmt::Formatter<'_>,
    entries: impl IntoIterator<Item = (&'a K, &'a V)>,
) -> fmt::Result {
    f.write_str("{")?;
    for (i, (key, value)) in entries.into_iter().enumerate() {
        f.write_str(if i > 0 { ", " } else { "" })?;
        key.fmt_repr(f)?;
        f.write_str(": ")?;
        value.fmt_repr(f)?;
    }
    f.write_str("}")
}

impl<T: Repr> Repr for [T] {
    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        T::fmt_repr_of_slice(self, f)
    }
}

impl<T: Repr, const N: usize> Repr for [T; N] {
    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        T::fmt_repr_of_slice(self, f)
    }
}

impl<T: Repr> Repr for Vec<T> {
    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        T::fmt_repr_of_slice(self, f)
    }
}

impl<T: Repr> Repr for VecDeque<T> {
    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_items(f, "[", self, "]")
    }
}

impl<T: Repr, S> Repr for HashSet<T, S> {
    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_set(f, self.iter())
    }
}

impl<T: Repr> Repr for BTreeSet<T> {
    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_set(f, self.iter())
    }
}

impl<K: Repr, V: Repr, S> Repr for HashMap<K, V, S> {
    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_dict(f, self)
    }
}

impl<K: Repr, V: Repr> Repr for BTreeMap<K, V> {
    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_dict(f, self)
    }
}

macro_rules! tuples {
    ($(($($name:ident)+))*) => {$(
        impl<$($name: Repr),+> Repr for ($($name,)+) {
            #[allow(non_snake_case, reason = "a variable per type parameter")]
            fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let ($($name,)+) = self;
                let mut separator = "(";
                let mut count = 0;
                $(
                    f.write_str(separator)?;
                    $name.fmt_repr(f)?;
                    separator = ", ";
                    count += 1;
                )+
                let _ = separator;
                f.write_str(if count == 1 { ",)" } else { ")" })
            }
        }
    )*};
}

tuples! {
    (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) (A B C D E F G) (A B C D E F G H)
    (A B C D E F G H I) (A B C D E F G H I J) (A B C D E F G H I J K) (A B C D E F G H I J K L)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repr::repr;

    #[test]
    fn collections_print_as_in_python() {
        assert_eq!(repr(&vec![1, 2]).to_string(), "[1, 2]");
        assert_eq!(repr(&Vec::<i32>::new()).to_string(), "[]");
        assert_eq!(repr(["a", "b"].as_slice()).to_string(), "['a', 'b']");
        assert_eq!(repr(&[1.0, 2.5]).to_string(), "[1.0, 2.5]");
        assert_eq!(repr(&VecDeque::from([1])).to_string(), "[1]");
        assert_eq!(repr(&(1,)).to_string(), "(1,)");
        assert_eq!(repr(&(1, "a", true)).to_string(), "(1, 'a', True)");
        assert_eq!(repr(&BTreeSet::from([2, 1])).to_string(), "{1, 2}");
        assert_eq!(repr(&HashSet::from([7])).to_string(), "{7}");
        assert_eq!(repr(&HashSet::<i32>::new()).to_string(), "set()");
        assert_eq!(repr(&BTreeMap::from([("a", 1), ("b", 2)])).to_string(), "{'a': 1, 'b': 2}");
        assert_eq!(repr(&HashMap::from([(1, [2])])).to_string(), "{1: [2]}");
        assert_eq!(repr(&BTreeMap::<i32, i32>::new()).to_string(), "{}");
    }
}
