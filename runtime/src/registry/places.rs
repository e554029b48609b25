//! Where a registry keeps its classes: a map that is read without a lock, and what only those look at who change it.

use std::hash::{BuildHasherDefault, Hash, Hasher};
use std::panic::Location;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use indexmap::Equivalent;
use papaya::{Guard, HashMap};
use smallvec::SmallVec;

#[cfg(any(feature = "inventory", feature = "json"))]
use super::documents::Documents;
use super::recent::{self, Stamps};
use crate::class::{Class, WeakClass};
use crate::numbered::Numbered;
use crate::symbol::{AsItIs, hash, hash_of_bytes};

/// The places of classes, by their names.
pub(super) struct Places {
    /// What readers look at. It holds no class, so that nothing depends on when its memory is freed.
    by_name: HashMap<Name, Entry, BuildHasherDefault<AsItIs>>,
    /// The number of the first place that nobody is to see yet. Only who takes several places at once writes it, so that
    /// readers find it where they left it.
    hidden: AtomicU64,
    /// What threads have found lately holds as long as these stay what they are.
    stamps: Stamps,
    kept: Mutex<Kept>,
}

/// A full name. A short one lies where the class is found, so that there is one place less to be read.
struct Name(SmallVec<[u8; SHORT]>);

/// As long as most names are; and with it, a place takes no more than what processors read at once.
const SHORT: usize = 31;

/// A full name that is looked up.
struct Asked<'a>(&'a str);

/// The number of a place says when it was taken: whoever replaces a class has its place.
struct Entry {
    number: u64,
    class: WeakClass,
}

/// What writers hold while they change it and the map.
#[derive(Default)]
struct Kept {
    /// What keeps the classes, in the order in which they were registered.
    classes: Numbered<Held>,
    #[cfg(any(feature = "inventory", feature = "json"))]
    documents: Documents,
}

/// A class, and where it was registered.
#[derive(Clone)]
pub(super) struct Held {
    pub(super) class: Class,
    pub(super) site: &'static Location<'static>,
}

impl Hash for Name {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(hash_of_bytes(&self.0));
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Eq for Name {}

impl From<&str> for Name {
    fn from(name: &str) -> Self {
        Self(name.as_bytes().into())
    }
}

impl Hash for Asked<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(hash_of_bytes(self.0.as_bytes()));
    }
}

impl Equivalent<Name> for Asked<'_> {
    fn equivalent(&self, name: &Name) -> bool {
        self.0.as_bytes() == &*name.0
    }
}

impl Default for Places {
    fn default() -> Self {
        let hidden = AtomicU64::new(u64::MAX);
        Self { by_name: HashMap::default(), hidden, stamps: Stamps::default(), kept: Mutex::default() }
    }
}

impl Places {
    /// The class of a name.
    #[inline]
    pub(super) fn get(&self, name: &str) -> Option<Class> {
        let hash = hash(name);
        let stamp = self.stamps.get(hash);
        recent::find(name, hash, stamp).or_else(|| {
            let class = self.look_up(name)?;
            recent::remember(name, hash, stamp, &class);
            Some(class)
        })
    }

    #[inline(never)]
    fn look_up(&self, name: &str) -> Option<Class> {
        let guard = self.by_name.guard();
        loop {
            // A class that is gone was replaced or removed since it was found.
            if let Some(class) = self.find(name, &guard)?.class.upgrade() {
                return Some(class);
            }
        }
    }

    pub(super) fn contains(&self, name: &str) -> bool {
        self.find(name, &self.by_name.guard()).is_some()
    }

    /// What everybody may see. Who sees one of several that came at once sees the others too: they were in the map before
    /// any of them was shown.
    #[inline]
    fn find<'g>(&self, name: &str, guard: &'g impl Guard) -> Option<&'g Entry> {
        let entry = self.by_name.get(&Asked(name), guard)?;
        (entry.number < self.hidden.load(Ordering::Acquire)).then_some(entry)
    }

    /// All classes, in the order in which they were registered.
    pub(super) fn classes(&self) -> Vec<Class> {
        self.kept().classes.iter().map(|held| held.class.clone()).collect()
    }

    pub(super) fn len(&self) -> usize {
        self.kept().classes.len()
    }

    /// The class that stands where one was loaded from a document of this URI, under this fragment.
    #[cfg(feature = "json")]
    pub(super) fn by_uri(&self, uri: &str, fragment: &str) -> Option<Class> {
        let kept = self.kept();
        kept.classes.get(kept.documents.find(uri, fragment)?).map(|held| held.class.clone())
    }

    /// The turn to change them.
    pub(super) fn change(&self) -> Changing<'_> {
        Changing { places: self, kept: self.kept() }
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The turn of a thread to change the places of a registry.
pub(super) struct Changing<'p> {
    places: &'p Places,
    kept: MutexGuard<'p, Kept>,
}

impl Changing<'_> {
    /// What has this name.
    pub(super) fn get(&self, name: &str) -> Option<&Held> {
        self.kept.classes.get(self.number(name)?)
    }

    fn number(&self, name: &str) -> Option<u64> {
        self.places.by_name.pin().get(&Asked(name)).map(|entry| entry.number)
    }

    /// The number of the place of this class, if it has that name.
    pub(super) fn number_of(&self, name: &str, class: &Class) -> Option<u64> {
        let number = self.number(name)?;
        self.kept.classes.get(number).is_some_and(|held| held.class == *class).then_some(number)
    }

    fn next_number(&self) -> u64 {
        self.kept.classes.last().map_or(0, |last| last + 1)
    }

    /// Puts a class in the place of that which has its name, or in a new one. Readers see it before the old one can be
    /// gone.
    pub(super) fn put(&mut self, name: &str, new: Held) -> Option<Class> {
        let old = self.number(name);
        let number = old.unwrap_or_else(|| self.next_number());
        let insert = || {
            let entry = Entry { number, class: new.class.downgrade() };
            self.places.by_name.pin().insert(name.into(), entry);
        };
        match old {
            Some(_) => self.places.stamps.change(name, insert),
            // Nobody can have found a class under it.
            None => insert(),
        }
        self.kept.classes.insert(number, new).map(|old| old.class)
    }

    /// Removes the class of a name.
    pub(super) fn remove(&mut self, name: &str) -> Option<Class> {
        let number = self.number(name)?;
        self.places.stamps.change(name, || _ = self.places.by_name.pin().remove(&Asked(name)));
        #[cfg(any(feature = "inventory", feature = "json"))]
        self.kept.documents.remove(number);
        self.kept.classes.remove(number).map(|old| old.class)
    }

    /// Does nothing that readers can see until all is done: they see nothing of new places before.
    #[cfg(any(feature = "inventory", feature = "json"))]
    pub(super) fn at_once(&mut self, change: impl FnOnce(&mut Self)) {
        /// Shows all, whatever happens.
        struct Shown<'p>(&'p AtomicU64);

        impl Drop for Shown<'_> {
            fn drop(&mut self) {
                self.0.store(u64::MAX, Ordering::Release);
            }
        }

        self.places.hidden.store(self.next_number(), Ordering::Release);
        let _shown = Shown(&self.places.hidden);
        change(self);
    }

    /// The URI of a document that the registry knows, if this one might be taken for it.
    #[cfg(any(feature = "inventory", feature = "json"))]
    pub(super) fn twin(&self, uri: &str) -> Option<&str> {
        self.kept.documents.twin(uri)
    }

    /// Puts a class in a place that the URIs lead to from now on.
    #[cfg(any(feature = "inventory", feature = "json"))]
    pub(super) fn put_with_uris(&mut self, name: &str, new: Held, uris: Vec<(String, String)>) {
        let number = self.next_number();
        self.put(name, new);
        self.kept.documents.add(number, uris);
    }
}
