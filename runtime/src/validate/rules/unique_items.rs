//! `unique_items`: a list in which nothing stands twice.

use std::collections::HashMap;

use super::Constraint;
use crate::validate::{Fit, Issue, Items, View};
use crate::value::{Digest, Key, Set, Value};

/// A list in which nothing stands twice; equality is Python's, so `1` and `1.0` are the same.
///
/// ```
/// use metaclass::Value;
/// use metaclass::validate::rules::UniqueItems;
///
/// assert_eq!(UniqueItems.repeated(&["a".into(), "b".into(), "a".into()]), Some(2));
/// assert_eq!(UniqueItems.repeated(&[1.into(), Value::from(vec![1])]), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UniqueItems;

impl UniqueItems {
    /// The position of the first item that stood before.
    #[must_use]
    pub fn repeated(self, items: &[Value]) -> Option<usize> {
        // What is hashable is looked up; the rest, lists and dicts, is compared with what has the same digest.
        let mut seen = Set::new();
        let digest = Digest::default();
        let mut unhashable: HashMap<u64, Vec<&Value>> = HashMap::new();
        let mut is_repeated = |item| match Value::hash_key(item).map(Key::into_value) {
            Ok(key) => !seen.insert(key).unwrap_or(true),
            Err(_) => {
                let alike = unhashable.entry(digest.of(item)).or_default();
                alike.push(item);
                alike.iter().rev().skip(1).any(|earlier| *earlier == item)
            }
        };
        items.iter().position(|item| equals_itself(item) && is_repeated(item))
    }
}

/// What a NaN is in equals nothing, not even itself; a key would find it again.
fn equals_itself(item: &Value) -> bool {
    let same = item;
    item == same
}

impl Constraint for UniqueItems {
    const KEY: &'static str = "unique_items";
    const KEYWORD: &'static str = "uniqueItems";
    const FITS: Fit = Fit::ITEMS;

    fn text(_: &Issue) -> &'static str {
        "must not have the same item twice"
    }

    fn holds(&self, view: View<'_>) -> bool {
        view.as_items().is_none_or(|items| items.repeated().is_none())
    }

    fn issue(&self, view: View<'_>) -> Issue {
        let index = view.as_items().and_then(Items::repeated).unwrap_or_default();
        Issue::new(Self::KEY).with_param("index", index)
    }

    fn schema(&self) -> Option<(&'static str, Value)> {
        Some((Self::KEYWORD, true.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Dict, Tuple};

    #[test]
    fn a_nan_is_no_repetition() {
        let nan = || Value::from(f64::NAN);
        let tuple = || Value::from(Tuple::from(vec![1.into(), nan()]));
        let list = || Value::from(vec![nan()]);
        assert_eq!(UniqueItems.repeated(&[nan(), nan(), tuple(), tuple(), list(), list()]), None);
        // Nor is it searched for among all that came before.
        assert_eq!(UniqueItems.repeated(&vec![list(); 100_000]), None);
    }

    #[test]
    fn lists_and_dicts_repeat_in_any_order_of_their_entries() {
        let dict = |entries: [(&str, i32); 2]| Value::from(Dict::from(entries));
        let items = [dict([("a", 1), ("b", 2)]), dict([("a", 2), ("b", 1)]), vec![1, 2].into(), vec![2, 1].into()];
        assert_eq!(UniqueItems.repeated(&items), None);
        let with = |last: Value| items.iter().cloned().chain([last]).collect::<Vec<_>>();
        assert_eq!(UniqueItems.repeated(&with(dict([("b", 2), ("a", 1)]))), Some(4));
        assert_eq!(UniqueItems.repeated(&with(vec![2.0, 1.0].into())), Some(4));
    }
}
