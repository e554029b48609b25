//! Names of attributes, kept once.
//!
//! What a class defines is interned: its names are compared by address and have their hash with them. What is looked
//! up is not: a name that comes with data is hashed and compared, and never kept.

mod hash;
mod map;
mod names;

use std::cell::Cell;
use std::fmt;
use std::hash::{BuildHasherDefault, Hash, Hasher};
use std::ops::Deref;
use std::sync::{LazyLock, OnceLock, PoisonError, RwLock};

use hash::{digest, is_same, place};
pub(crate) use hash::{hash, hash_of_bytes};
use indexmap::{Equivalent, IndexMap};
pub(crate) use map::{NameMap, keep_last};
pub(crate) use names::*;
use smallvec::SmallVec;

use crate::class::specials;
use crate::field::is_field_name;
use crate::value::{Str, Value};

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
    /// One of 64: where it begins in an index of few names.
    place: u8,
    /// The bit of a method that classes are asked for at every step.
    specials: u8,
    can_be_field: bool,
    /// The name as a value, once somebody has asked for it.
    value: OnceLock<Str>,
}

/// All names that were interned.
static NAMES: LazyLock<RwLock<SymMap<()>>> = LazyLock::new(RwLock::default);

thread_local! {
    /// Names that this thread has asked for, each where its hash says: most are asked for again, and need no lock then.
    static RECENT: [Cell<Option<Sym>>; 256] = const { [const { Cell::new(None) }; 256] };
}

impl Sym {
    /// Interns a name.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self::known(text).unwrap_or_else(|| Self::keep(text))
    }

    #[cold]
    fn keep(text: &str) -> Self {
        let mut names = NAMES.write().unwrap_or_else(PoisonError::into_inner);
        // Another thread may have been faster.
        if let Some((known, ())) = names.get_key_value(&ByText(text)) {
            return *known;
        }
        let text: &'static str = Box::leak(text.into());
        let name = Self(Box::leak(Box::new(Name {
            hash: hash(text),
            text,
            place: place(text),
            specials: specials(text),
            can_be_field: is_field_name(text),
            value: OnceLock::new(),
        })));
        names.insert(name, ());
        name
    }

    /// The name, if it was interned.
    #[inline]
    #[must_use]
    pub fn known(text: &str) -> Option<Self> {
        let hash = hash(text);
        let [place, ..] = hash.to_le_bytes();
        let recent = RECENT.with(|recent| recent.get(usize::from(place)).and_then(Cell::get));
        recent.filter(|name| name.is(text)).or_else(|| Self::look_up(text, place.into()))
    }

    /// Looks a name up, and remembers it as one that was asked for.
    #[inline(never)]
    fn look_up(text: &str, place: usize) -> Option<Self> {
        let names = NAMES.read().unwrap_or_else(PoisonError::into_inner);
        let (name, ()) = names.get_key_value(&ByText(text))?;
        RECENT.with(|recent| {
            if let Some(recent) = recent.get(place) {
                recent.set(Some(*name));
            }
        });
        Some(*name)
    }

    /// The text.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0.text
    }

    /// Is this the text?
    #[inline]
    pub(crate) fn is(self, text: &str) -> bool {
        is_same(self.0.text, text)
    }

    /// The bit of this name among the methods that classes are asked for at every step; 0 of most names.
    pub(crate) const fn specials(self) -> u8 {
        self.0.specials
    }

    /// Is it an identifier and no keyword?
    pub(crate) const fn can_be_field(self) -> bool {
        self.0.can_be_field
    }

    /// One of 64 bits: two names that have not the same are different.
    #[inline]
    pub(crate) const fn bit(self) -> u64 {
        1 << self.0.place
    }

    /// The text as a value, which is made once.
    pub(crate) fn to_value(self) -> Value {
        Value::Str(self.0.value.get_or_init(|| self.0.text.into()).clone())
    }
}

impl Deref for Sym {
    type Target = str;

    fn deref(&self) -> &str {
        self.0.text
    }
}

impl PartialEq for Sym {
    #[inline]
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

/// A name that is looked up in a map without being kept.
struct ByText<N>(N);

impl<N: AttrName> Hash for ByText<N> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.__hash().hash(state);
    }
}

impl<N: AttrName> Equivalent<Sym> for ByText<N> {
    fn equivalent(&self, name: &Sym) -> bool {
        *self.0.__text() == **name
    }
}

/// Some names, mostly few.
pub(crate) type Names = SmallVec<[Sym; 8]>;

/// Are these few names all different?
pub(crate) fn are_different(names: &(impl Iterator<Item = Sym> + Clone)) -> bool {
    // Each sets one bit; only if that is set already, it may have been there.
    let mut seen = 0_u64;
    for (at, name) in names.clone().enumerate() {
        let bit = name.bit();
        if seen & bit != 0 && names.clone().take(at).any(|other| other == name) {
            return false;
        }
        seen |= bit;
    }
    true
}

/// A map whose keys are names, in the order in which they came. The hash of a name is good as it is.
pub(crate) type SymMap<T> = IndexMap<Sym, T, BuildHasherDefault<AsItIs>>;

/// Hashes what is a hash already.
#[derive(Default)]
pub(crate) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = digest(bytes, self.0 | 1);
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
    #[inline]
    fn __hash(&self) -> u64 {
        hash(self.__text())
    }

    #[doc(hidden)]
    #[inline]
    fn __place(&self) -> u8 {
        place(self.__text())
    }

    #[doc(hidden)]
    #[inline]
    fn __is(&self, name: Sym) -> bool {
        name.is(self.__text())
    }
}

impl AttrName for &str {
    #[inline]
    fn __text(&self) -> &str {
        self
    }
}

impl AttrName for &String {
    #[inline]
    fn __text(&self) -> &str {
        self
    }
}

impl AttrName for &Str {
    #[inline]
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
    fn __place(&self) -> u8 {
        self.0.place
    }

    #[inline]
    fn __is(&self, name: Sym) -> bool {
        *self == name
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
    fn of_few_names_it_is_known_whether_they_are_different() {
        let mut names: Vec<Sym> = (0..40).map(|i| Sym::new(&format!("different{i}"))).collect();
        assert!(are_different(&names.iter().copied()));
        for at in 1..names.len() {
            let (name, other) = (names[at], names[at / 2]);
            names[at] = other;
            assert!(!are_different(&names.iter().copied()));
            names[at] = name;
        }
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
    }
}
