//! Data that is either compiled in or counted: what lets one description be a `const` and a run-time value.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

use crate::symbol::Sym;
use crate::value::Str;

/// What a [`Ref`] can refer to.
pub trait Shareable {
    /// One of it that was made at run time, and is counted.
    type Shared: Clone + Deref<Target = Self>;
}

impl<T> Shareable for T {
    type Shared = Arc<T>;
}

impl<T> Shareable for [T] {
    type Shared = Arc<[T]>;
}

/// One pointer: so a text takes no more room than a `&str`, wherever it lives.
impl Shareable for str {
    type Shared = Str;
}

/// A shared `T` that a `const` can hold: `&'static T`, or a counted `T` made at run time.
///
/// Compared, ordered, hashed and printed as its `T`, wherever that lives; a clone copies a pointer.
///
/// ```
/// use metaclass::spec::Text;
///
/// const COMPILED: Text = Text::new("Point");
/// let made = Text::from(String::from("Point"));
/// assert_eq!(COMPILED, made);
/// ```
pub enum Ref<T: ?Sized + Shareable + 'static> {
    /// Compiled into the program.
    Static(&'static T),
    /// Made at run time.
    Shared(T::Shared),
}

/// Text of a description: a name, a documentation, a default as written.
pub type Text = Ref<str>;

/// A list in a description: fields, bases, metadata.
pub type List<T> = Ref<[T]>;

impl<T: ?Sized + Shareable> Ref<T> {
    /// Refers to compiled-in data.
    #[must_use]
    pub const fn new(data: &'static T) -> Self {
        Self::Static(data)
    }
}

impl<T> Ref<T> {
    /// Takes data made at run time.
    pub fn shared(data: T) -> Self {
        Self::Shared(Arc::new(data))
    }
}

impl<T: Clone> Ref<T> {
    /// The data with a change, which those with whom they are shared do not see.
    pub(crate) fn changed(self, change: impl FnOnce(&mut T)) -> Self {
        let mut data = match self {
            Self::Static(data) => Arc::new(data.clone()),
            Self::Shared(data) => data,
        };
        change(Arc::make_mut(&mut data));
        Self::Shared(data)
    }
}

impl<T> List<T> {
    /// The list without items.
    pub const EMPTY: Self = Self::Static(&[]);
}

impl<T: Clone> List<T> {
    /// The list with one more item.
    pub(crate) fn and(&self, item: T) -> Self {
        self.iter().cloned().chain([item]).collect()
    }
}

impl Text {
    /// A copy of a text.
    pub(crate) fn copied(text: &str) -> Self {
        if text.is_empty() { Self::Static("") } else { Self::Shared(text.into()) }
    }

    /// The text if it is compiled in, and `""` otherwise.
    pub(crate) const fn as_static(&self) -> &'static str {
        match self {
            Self::Static(text) => text,
            Self::Shared(_) => "",
        }
    }
}

impl<T: ?Sized + Shareable> Deref for Ref<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        match self {
            Self::Static(data) => data,
            Self::Shared(data) => data,
        }
    }
}

impl<T: ?Sized + Shareable> AsRef<T> for Ref<T> {
    fn as_ref(&self) -> &T {
        self
    }
}

impl<T: ?Sized + Shareable> Borrow<T> for Ref<T> {
    fn borrow(&self) -> &T {
        self
    }
}

impl<T: ?Sized + Shareable> Clone for Ref<T> {
    #[inline]
    fn clone(&self) -> Self {
        match self {
            Self::Static(data) => Self::Static(data),
            Self::Shared(data) => Self::Shared(data.clone()),
        }
    }
}

impl<T: ?Sized + Shareable + PartialEq> PartialEq for Ref<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: ?Sized + Shareable + Eq> Eq for Ref<T> {}

impl<T: ?Sized + Shareable + PartialOrd> PartialOrd for Ref<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        (**self).partial_cmp(&**other)
    }
}

impl<T: ?Sized + Shareable + Ord> Ord for Ref<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        (**self).cmp(&**other)
    }
}

impl<T: ?Sized + Shareable + Hash> Hash for Ref<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl<T: ?Sized + Shareable + fmt::Debug> fmt::Debug for Ref<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + Shareable + fmt::Display> fmt::Display for Ref<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + Shareable> From<&'static T> for Ref<T> {
    fn from(data: &'static T) -> Self {
        Self::Static(data)
    }
}

impl<T: ?Sized + Shareable<Shared = Arc<T>>> From<Arc<T>> for Ref<T> {
    fn from(data: Arc<T>) -> Self {
        Self::Shared(data)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::copied(&text)
    }
}

/// The text of a value, which is shared with it.
impl From<Str> for Text {
    fn from(text: Str) -> Self {
        if text.is_empty() { Self::Static("") } else { Self::Shared(text) }
    }
}

/// The empty text.
impl Default for Text {
    #[inline]
    fn default() -> Self {
        Self::Static("")
    }
}

/// A name that is kept for the life of the program.
impl From<Sym> for Text {
    fn from(name: Sym) -> Self {
        Self::Static(name.as_str())
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        **self == *other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(items: Vec<T>) -> Self {
        if items.is_empty() { Self::EMPTY } else { Self::Shared(items.into()) }
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let items = items.into_iter();
        if items.size_hint().1 == Some(0) { Self::EMPTY } else { Self::Shared(items.collect()) }
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAME: Text = Text::new("x");

    #[test]
    fn compiled_and_made_text_are_one_thing() {
        let made = Text::from(String::from("x"));
        assert_eq!(NAME, made);
        assert_eq!(NAME.cmp(&made), Ordering::Equal);
        assert_eq!(format!("{made} {made:?}"), "x \"x\"");
        assert_eq!(made, "x");
    }

    #[test]
    fn a_clone_shares() {
        let list: List<i32> = vec![1, 2].into();
        let (List::Shared(a), List::Shared(b)) = (&list, &list.clone()) else {
            panic!("a list made at run time is counted");
        };
        assert!(Arc::ptr_eq(a, b) && list == List::from(Arc::clone(a)));
        assert_eq!(list, List::new(&[1, 2]));
        assert_eq!((&list).into_iter().sum::<i32>(), 3);
    }

    #[test]
    fn what_is_empty_takes_no_memory() {
        assert!(matches!(Text::from(String::new()), Text::Static("")));
        assert!(matches!(List::<String>::from(vec![]), List::Static([])));
        assert_eq!(size_of::<Text>(), size_of::<&str>());
        assert!(matches!(std::iter::empty::<String>().collect(), List::<String>::Static([])));
    }
}
