//! The keyword arguments of a class.

use std::fmt;

use indexmap::IndexMap;

use crate::args::Args;
use crate::spec::Text;
use crate::value::Value;

/// The keyword arguments of a class statement, on their way to those who take them.
///
/// ```
/// use metaclass::Keywords;
///
/// let mut keywords: Keywords = [("tag", "a"), ("n", "b")].into_iter().collect();
/// assert_eq!(keywords.take("tag"), Some("a".into()));
/// assert_eq!(keywords.names().collect::<Vec<_>>(), ["n"]);
/// ```
#[derive(Clone, Default)]
pub struct Keywords(
    // Most classes have none.
    Option<Box<IndexMap<Text, Value>>>,
);

impl Keywords {
    /// None.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The value of this name, if it was given.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.as_ref()?.get(name)
    }

    /// Takes out the value of this name, if it was given.
    pub fn take(&mut self, name: &str) -> Option<Value> {
        self.0.as_mut()?.shift_remove(name)
    }

    /// Gives a value to a name.
    pub fn insert(&mut self, name: impl Into<Text>, value: impl Into<Value>) {
        self.0.get_or_insert_default().insert(name.into(), value.into());
    }

    /// Takes out all.
    pub fn clear(&mut self) {
        self.0 = None;
    }

    /// Are there none?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |keywords| keywords.len())
    }

    /// The names, in the order of the call.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.iter().map(|(name, _)| name)
    }

    /// Names and values, in the order of the call.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.texts().map(|(name, value)| (&**name, value))
    }

    /// The same as the arguments of a call, to be bound to a signature.
    #[must_use]
    pub fn to_args(&self) -> Args {
        self.texts().fold(Args::new(), |args, (name, value)| args.with_keyword(name.clone(), value.clone()))
    }

    fn texts(&self) -> impl Iterator<Item = (&Text, &Value)> {
        self.0.iter().flat_map(|keywords| keywords.iter())
    }
}

/// The same names with the same values, in any order.
impl PartialEq for Keywords {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().all(|(name, value)| other.get(name) == Some(value))
    }
}

impl<K: Into<Text>, V: Into<Value>> FromIterator<(K, V)> for Keywords {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(keywords: I) -> Self {
        let keywords: IndexMap<Text, Value> =
            keywords.into_iter().map(|(name, value)| (name.into(), value.into())).collect();
        Self((!keywords.is_empty()).then(|| Box::new(keywords)))
    }
}

impl fmt::Debug for Keywords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.to_args(), f)
    }
}
