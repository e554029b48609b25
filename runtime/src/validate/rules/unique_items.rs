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
        items.iter().position(|item| match item.hash_key().map(Key::into_value) {
            Ok(key) => !seen.insert(key).unwrap_or(true),
            Err(_) => {
                let alike = unhashable.entry(digest.of(item)).or_default();
                alike.push(item);
                alike.iter().rev().skip(1).any(|earlier| *earlier == item)
            }
        })
    }
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
}
