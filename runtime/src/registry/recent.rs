//! What each thread has found in registries lately: most names are asked for again, and are found in one place then.
//!
//! Next to a class lies the [`Stamp`] that its name had. As soon as a name leads elsewhere, it has another, so that no
//! thread has to be told.

use std::cell::{Cell, RefCell};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::class::{Class, WeakClass};
use crate::symbol::hash;

/// Changes whenever one of the names that share it leads to another class, or to none any more. No two registries have
/// the same. 0 is that of names which are being changed.
type Stamp = u64;

/// The stamps of a registry, each of the names whose hashes end alike.
pub(super) struct Stamps([AtomicU64; 64]);

impl Default for Stamps {
    fn default() -> Self {
        Self([(); 64].map(|()| AtomicU64::new(new_stamp())))
    }
}

impl Stamps {
    /// It has to be read before the name is looked up: what is found after a change is not to have a stamp from before.
    #[inline]
    pub(super) fn get(&self, hash: u64) -> Stamp {
        self.of(hash).load(Ordering::Acquire)
    }

    /// Changes what a name leads to. Meanwhile nobody relies on what was found before: one thread might see the new class
    /// already, and tell another that would see the old one.
    pub(super) fn change(&self, name: &str, change: impl FnOnce()) {
        let stamp = self.of(hash(name));
        stamp.store(0, Ordering::Release);
        change();
        stamp.store(new_stamp(), Ordering::Release);
    }

    #[inline]
    #[allow(clippy::indexing_slicing, reason = "a rest of 64")]
    fn of(&self, hash: u64) -> &AtomicU64 {
        let [last, ..] = hash.to_le_bytes();
        &self.0[usize::from(last % 64)]
    }
}

/// One that nothing has had.
fn new_stamp() -> Stamp {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

thread_local! {
    static RECENT: RefCell<Recent> = const { RefCell::new(Recent { pairs: Vec::new(), lost: 0 }) };
    static RANDOM: Cell<u64> = const { Cell::new(1) };
}

/// The class that this thread has found under a name while it had this stamp.
#[inline]
pub(super) fn find(name: &str, hash: u64, stamp: Stamp) -> Option<Class> {
    // A thread that ends has none any more.
    RECENT.try_with(|recent| recent.try_borrow().ok()?.find(name, hash, stamp)).ok()?
}

/// Remembers a class that was not found here, if its places are free, and otherwise one in eight: those that are asked for
/// often come to have a place, and to ask for very many once costs next to nothing.
#[inline]
pub(super) fn remember(name: &str, hash: u64, stamp: Stamp, class: &Class) {
    // Knuth's generator; its upper bits are the good ones.
    let random = RANDOM.get().wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
    RANDOM.set(random);
    let may_replace = random >> 61 == 0;
    // Nobody can see that it is not remembered.
    let _ = RECENT.try_with(|recent| {
        let mut recent = recent.try_borrow_mut().ok()?;
        if may_replace || recent.has_room(hash) {
            recent.remember(Found::new(name, hash, stamp, class)?);
        }
        Some(())
    });
}

struct Recent {
    /// Two places for the names whose hashes begin alike, the newer one first. How many there are is a power of two.
    pairs: Vec<[Option<Found>; 2]>,
    /// How many had to make room since there are so many.
    lost: usize,
}

/// At first; and at most, for a thread that asks for thousands of names again and again: a quarter of a megabyte.
const FEWEST_PAIRS: usize = 32;
const MOST_PAIRS: usize = 2048;

/// As much as processors read at once.
#[repr(align(64))]
struct Found {
    stamp: Stamp,
    hash: u64,
    /// It keeps no class.
    class: WeakClass,
    length: u8,
    name: [u8; 39],
}

impl Found {
    /// Unless the name is too long, or is being changed.
    fn new(name: &str, hash: u64, stamp: Stamp, class: &Class) -> Option<Self> {
        let mut copy = [0; 39];
        copy.get_mut(..name.len())?.copy_from_slice(name.as_bytes());
        let length = u8::try_from(name.len()).ok()?;
        (stamp != 0).then(|| Self { stamp, hash, class: class.downgrade(), length, name: copy })
    }

    #[inline]
    fn has_name(&self, name: &str) -> bool {
        self.name.get(..self.length.into()) == Some(name.as_bytes())
    }
}

impl Recent {
    #[inline]
    fn find(&self, name: &str, hash: u64, stamp: Stamp) -> Option<Class> {
        let pair = self.pairs.get(self.place(hash))?;
        let found = pair.iter().flatten().find(|found| found.hash == hash && found.stamp == stamp)?;
        if found.has_name(name) { found.class.upgrade() } else { None }
    }

    /// Where a name lies. The last bits of its hash say which stamp it has; the first ones are others.
    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "some bits of a hash")]
    fn place(&self, hash: u64) -> usize {
        (hash >> 32) as usize & self.pairs.len().wrapping_sub(1)
    }

    /// Would nothing have to make room for a name?
    #[inline]
    fn has_room(&self, hash: u64) -> bool {
        self.pairs.get(self.place(hash)).is_none_or(|[_, older]| older.is_none())
    }

    fn remember(&mut self, found: Found) {
        let count = self.pairs.len();
        if count == 0 || self.lost > count && count < MOST_PAIRS {
            let count = (count * 4).clamp(FEWEST_PAIRS, MOST_PAIRS);
            *self = Self { pairs: (0..count).map(|_| [None, None]).collect(), lost: 0 };
        }
        let place = self.place(found.hash);
        let Some([newer, older]) = self.pairs.get_mut(place) else { return };
        if newer.as_ref().is_some_and(|newer| newer.hash == found.hash) {
            *newer = Some(found);
        } else {
            self.lost += usize::from(older.is_some());
            *older = newer.replace(found);
        }
    }
}
