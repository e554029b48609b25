//! Where a registry keeps its classes: a map that is read without a lock, and what only those look at who change it.

use std::collections::BTreeMap;
use std::panic::Location;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use papaya::{Guard, HashMap};

#[cfg(feature = "json")]
use super::documents::Documents;
use crate::class::{Class, WeakClass};

/// The places of classes, by their names.
pub(super) struct Places {
    /// What readers look at. It holds no class, so that nothing depends on when its memory is freed.
    by_name: HashMap<Box<str>, Entry>,
    /// The number of the first place that nobody is to see yet. Only who takes several places at once writes it, so that
    /// readers find it where they left it.
    hidden: AtomicU64,
    kept: Mutex<Kept>,
}

/// The number of a place says when it was taken: whoever replaces a class has its place.
struct Entry {
    number: u64,
    class: WeakClass,
}

/// What writers hold while they change it and the map.
#[derive(Default)]
struct Kept {
    /// What keeps the classes, in the order in which they were registered.
    classes: BTreeMap<u64, Held>,
    #[cfg(feature = "json")]
    documents: Documents,
}

/// A class, and where it was registered.
#[derive(Clone)]
pub(super) struct Held {
    pub(super) class: Class,
    pub(super) site: &'static Location<'static>,
}

impl Default for Places {
    fn default() -> Self {
        Self { by_name: HashMap::new(), hidden: AtomicU64::new(u64::MAX), kept: Mutex::default() }
    }
}

impl Places {
    /// The class of a name.
    pub(super) fn get(&self, name: &str) -> Option<Class> {
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
        let entry = self.by_name.get(name, guard)?;
        (entry.number < self.hidden.load(Ordering::Acquire)).then_some(entry)
    }

    /// All classes, in the order in which they were registered.
    pub(super) fn classes(&self) -> Vec<Class> {
        self.kept().classes.values().map(|held| held.class.clone()).collect()
    }

    pub(super) fn len(&self) -> usize {
        self.kept().classes.len()
    }

    /// The class that stands where one was loaded from a document of this URI, under this fragment.
    #[cfg(feature = "json")]
    pub(super) fn by_uri(&self, uri: &str, fragment: &str) -> Option<Class> {
        let kept = self.kept();
        kept.classes.get(&kept.documents.find(uri, fragment)?).map(|held| held.class.clone())
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
        self.kept.classes.get(&self.number(name)?)
    }

    fn number(&self, name: &str) -> Option<u64> {
        self.places.by_name.pin().get(name).map(|entry| entry.number)
    }

    /// The number of the place of this class, if it has that name.
    pub(super) fn number_of(&self, name: &str, class: &Class) -> Option<u64> {
        let number = self.number(name)?;
        self.kept.classes.get(&number).is_some_and(|held| held.class == *class).then_some(number)
    }

    fn next_number(&self) -> u64 {
        self.kept.classes.last_key_value().map_or(0, |(last, _)| last + 1)
    }

    /// Puts a class in the place of that which has its name, or in a new one. Readers see it before the old one can be
    /// gone.
    pub(super) fn put(&mut self, name: Box<str>, new: Held) -> Option<Class> {
        let number = self.number(&name).unwrap_or_else(|| self.next_number());
        self.places.by_name.pin().insert(name, Entry { number, class: new.class.downgrade() });
        self.kept.classes.insert(number, new).map(|old| old.class)
    }

    /// Removes the class of a name.
    pub(super) fn remove(&mut self, name: &str) -> Option<Class> {
        let number = self.places.by_name.pin().remove(name).map(|entry| entry.number)?;
        #[cfg(feature = "json")]
        self.kept.documents.remove(number);
        self.kept.classes.remove(&number).map(|old| old.class)
    }

    /// Does nothing that readers can see until all is done: they see nothing of new places before.
    #[cfg(feature = "json")]
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
    #[cfg(feature = "json")]
    pub(super) fn twin(&self, uri: &str) -> Option<&str> {
        self.kept.documents.twin(uri)
    }

    /// Puts a class in a place that the URIs lead to from now on.
    #[cfg(feature = "json")]
    pub(super) fn put_with_uris(&mut self, name: Box<str>, new: Held, uris: Vec<(String, String)>) {
        let number = self.next_number();
        self.put(name, new);
        self.kept.documents.add(number, uris);
    }
}
