//! Names of attributes, kept once.
//!
//! What a class defines is interned: its names are compared by address and have their hash with them. What is looked
//! up is not: a name that comes with data is hashed and compared, and never kept.

use std::collections::HashMap;
use std::fmt;
use std::hash::{BuildHasher as _, Hash, Hasher};
use std::ops::Deref;
use std::sync::{OnceLock, PoisonError, RwLock};

/// An interned name: a pointer, equal to another if the text is the same.
///
/// Look-ups by symbol save the hash of the text and its comparison. Names are kept for the life of the program, so
/// they are for what a program defines; for names that come with data, give the text.
///
/// ```
/// use metaclass::Sym;
///
/// let x = Sym::new("x");
/// assert_eq!(x, Sym::new(&String::from("x")));
/// assert_eq!(&*x, "x");
/// ```
#[derive(Clone, Copy)]
pub struct Sym(&'static Name);

struct Name {
    hash: u64,
    text: &'static str,
}

/// All names that were interned.
fn names() -> &'static RwLock<HashMap<&'static str, Sym>> {
    static NAMES: OnceLock<RwLock<HashMap<&'static str, Sym>>> = OnceLock::new();
    NAMES.get_or_init(RwLock::default)
}

impl Sym {
    /// Interns a name.
    #[must_use]
    pub fn new(text: &str) -> Self {
        if let Some(known) = Self::known(text) {
            return known;
        }
        let mut names = names().write().unwrap_or_else(PoisonError::into_inner);
        // Another thread may have been faster.
        if let Some(known) = names.get(text) {
            return *known;
        }
        let text: &'static str = Box::leak(text.into());
        let name = Self(Box::leak(Box::new(Name { hash: hash(text), text })));
        names.insert(text, name);
        name
    }

    /// The name, if it was interned.
    #[must_use]
    pub fn known(text: &str) -> Option<Self> {
        names().read().unwrap_or_else(PoisonError::into_inner).get(text).copied()
    }

    /// The text.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0.text
    }
}

impl Deref for Sym {
    type Target = str;

    fn deref(&self) -> &str {
        self.0.text
    }
}

impl PartialEq for Sym {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Eq for Sym {}

impl Hash for Sym {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash.hash(state);
    }
}

impl fmt::Display for Sym {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl fmt::Debug for Sym {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl From<&str> for Sym {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<&String> for Sym {
    fn from(text: &String) -> Self {
        Self::new(text)
    }
}

impl From<String> for Sym {
    fn from(text: String) -> Self {
        Self::new(&text)
    }
}

/// A name that an attribute is looked up by: text, or a [`Sym`].
///
/// ```
/// use metaclass::prelude::*;
/// use metaclass::Sym;
///
/// let class = Class::builder("C").attr("x", 1).build()?;
/// assert_eq!(class.get("x")?, class.get(Sym::new("x"))?);
/// # Ok::<(), Error>(())
/// ```
pub trait AttrName: Copy {
    #[doc(hidden)]
    fn __text(&self) -> &str;

    #[doc(hidden)]
    fn __hash(&self) -> u64 {
        hash(self.__text())
    }

    #[doc(hidden)]
    fn __is(&self, name: Sym, hash: u64) -> bool {
        name.0.hash == hash && *name == *self.__text()
    }
}

impl AttrName for &str {
    fn __text(&self) -> &str {
        self
    }
}

impl AttrName for &String {
    fn __text(&self) -> &str {
        self
    }
}

impl AttrName for &crate::value::Str {
    fn __text(&self) -> &str {
        self
    }
}

impl AttrName for Sym {
    #[inline]
    fn __text(&self) -> &str {
        self.0.text
    }

    #[inline]
    fn __hash(&self) -> u64 {
        self.0.hash
    }

    #[inline]
    fn __is(&self, name: Sym, _: u64) -> bool {
        *self == name
    }
}

/// The hash of a name: eight bytes a step, with a secret of this process, so that no one can prepare names that collide.
pub(crate) fn hash(text: &str) -> u64 {
    static SECRET: OnceLock<u64> = OnceLock::new();
    let secret = *SECRET.get_or_init(|| std::hash::RandomState::new().hash_one(0) | 1);
    let bytes = text.as_bytes();
    let mut state = secret ^ bytes.len() as u64;
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        state = fold(state ^ u64::from_le_bytes(*word), secret);
    }
    let mut last = [0; 8];
    for (to, from) in last.iter_mut().zip(rest) {
        *to = *from;
    }
    fold(state ^ u64::from_le_bytes(last), secret)
}

/// Both halves of a product: each bit of the operands has a part in all of the result.
fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b ^ 0x9e37_79b9_7f4a_7c15);
    #[allow(clippy::cast_possible_truncation, reason = "the lower half")]
    {
        (product >> 64) as u64 ^ product as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_kept_once() {
        let threads: Vec<_> = (0..4).map(|_| std::thread::spawn(|| Sym::new("kept_once"))).collect();
        let names: Vec<Sym> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
        assert!(names.iter().all(|name| *name == names[0]));
        assert_eq!(Sym::known("kept_once"), Some(names[0]));
        assert_eq!(format!("{:>4}|{:?}", Sym::new("x"), Sym::new("x")), "   x|\"x\"");
    }

    #[test]
    fn looking_up_keeps_nothing() {
        let class = crate::Class::builder("C").build().unwrap();
        assert!(class.get("never_kept").is_err());
        assert!(class.instantiate(crate::Args::new()).unwrap().get("never_kept").is_err());
        assert_eq!(Sym::known("never_kept"), None);
    }

    #[test]
    fn texts_and_symbols_hash_alike() {
        for text in ["", "a", "ab", "abcdefg", "abcdefgh", "abcdefghi", "ä", "a_rather_long_name_of_an_attribute"] {
            assert_eq!(Sym::new(text).__hash(), text.__hash());
        }
        assert_ne!("a".__hash(), "a\0".__hash());
        assert_ne!("ab".__hash(), "ba".__hash());
    }
}
