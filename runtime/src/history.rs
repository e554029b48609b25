//! A value that changes now and then and is read without a lock: versions that are only ever added to.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A value and what was put in its place later.
///
/// Readers borrow the current version from the history itself, so no version is freed before the whole is. Most
/// values never change: then a read is one check more than that of a plain field.
pub(crate) struct History<T> {
    first: T,
    later: OnceLock<Box<Later<T>>>,
}

/// How many versions are kept in place, before there are many.
const FEW: usize = 3;
/// The versions after those lie in buckets, each twice as large as the one before.
const BUCKETS: usize = 40;

type Bucket<T> = OnceLock<Box<[OnceLock<T>]>>;

struct Later<T> {
    /// How many there are; the last of them is current.
    count: AtomicUsize,
    few: [OnceLock<T>; FEW],
    many: OnceLock<Box<[Bucket<T>; BUCKETS]>>,
}

impl<T> History<T> {
    pub(crate) const fn new(first: T) -> Self {
        Self { first, later: OnceLock::new() }
    }

    /// The first version, as long as nobody else has it.
    pub(crate) const fn first_mut(&mut self) -> &mut T {
        &mut self.first
    }

    /// The current version.
    #[inline]
    pub(crate) fn current(&self) -> &T {
        match self.later.get() {
            None => &self.first,
            Some(later) => later.current_apart().unwrap_or(&self.first),
        }
    }

    /// The same without a call, where it has mostly changed.
    #[inline]
    pub(crate) fn current_in_place(&self) -> &T {
        self.later.get().and_then(|later| later.current()).unwrap_or(&self.first)
    }

    /// The version that it began with, if there is no other one.
    #[inline]
    pub(crate) fn only(&self) -> Option<&T> {
        self.later.get().is_none().then_some(&self.first)
    }

    /// Puts another version in its place. Those who call it take turns: the caller holds a lock.
    pub(crate) fn push(&self, version: T) {
        self.later.get_or_init(Box::default).push(version);
    }
}

impl<T> Default for Later<T> {
    fn default() -> Self {
        Self { count: AtomicUsize::new(0), few: [const { OnceLock::new() }; FEW], many: OnceLock::new() }
    }
}

impl<T> Later<T> {
    // Apart from those who read what never changed, which is nearly all there is.
    #[inline(never)]
    fn current_apart(&self) -> Option<&T> {
        self.current()
    }

    #[inline]
    fn current(&self) -> Option<&T> {
        let last = self.count.load(Ordering::Acquire).checked_sub(1)?;
        match self.few.get(last) {
            Some(cell) => cell.get(),
            None => {
                let (bucket, at) = place(last - FEW);
                self.many.get()?.get(bucket)?.get()?.get(at)?.get()
            }
        }
    }

    fn push(&self, version: T) {
        let next = self.count.load(Ordering::Relaxed);
        let cell = match self.few.get(next) {
            Some(cell) => Some(cell),
            None => {
                let (bucket, at) = place(next - FEW);
                let buckets = self.many.get_or_init(|| Box::new([const { OnceLock::new() }; BUCKETS]));
                let size = 1 << bucket;
                let bucket = buckets.get(bucket);
                bucket
                    .map(|bucket| bucket.get_or_init(|| (0..size).map(|_| OnceLock::new()).collect()))
                    .and_then(|b| b.get(at))
            }
        };
        // There are more places than a program can fill.
        if cell.is_some_and(|cell| cell.set(version).is_ok()) {
            self.count.store(next + 1, Ordering::Release);
        }
    }
}

/// The bucket that an item lies in, and where in it.
#[inline]
const fn place(item: usize) -> (usize, usize) {
    let bucket = (item + 1).ilog2();
    (bucket as usize, item + 1 - (1 << bucket))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_version_is_current() {
        let history = History::new(0);
        for version in 1..1_000 {
            history.push(version);
            assert_eq!(*history.current(), version);
        }
    }

    #[test]
    fn what_was_borrowed_stays() {
        let history = History::new(String::from("first"));
        let first = history.current();
        history.push(String::from("second"));
        assert_eq!((first.as_str(), history.current().as_str()), ("first", "second"));
    }

    #[test]
    fn readers_see_whole_versions() {
        let history = History::new((0_u64, 0_u64));
        std::thread::scope(|scope| {
            scope.spawn(|| (1..10_000).for_each(|i| history.push((i, i * 2))));
            scope.spawn(|| {
                let mut last = 0;
                while last < 9_999 {
                    let (i, twice) = *history.current();
                    assert!(i >= last && twice == i * 2);
                    last = i;
                }
            });
        });
    }

    #[test]
    fn places_follow_each_other() {
        let places: Vec<_> = (0..7).map(place).collect();
        assert_eq!(places, [(0, 0), (1, 0), (1, 1), (2, 0), (2, 1), (2, 2), (2, 3)]);
    }
}
