//! Values that change now and then and are read without a lock: versions that are only ever added to.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// A value and what was put in its place later.
///
/// Readers borrow the current version from the history itself, so no version is freed before the whole is. Most
/// values never change: then a read is one check more than that of a plain field.
pub(crate) struct History<T> {
    first: T,
    later: OnceLock<Box<Log<T>>>,
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
            Some(later) => later.last().unwrap_or(&self.first),
        }
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

/// Values that are only ever added to, and numbered: the first one is 1. None of them ever moves.
pub(crate) struct Log<T> {
    /// How many there are.
    count: AtomicU32,
    /// Each is twice as long as the one before.
    buckets: [Bucket<T>; u32::BITS as usize],
}

type Bucket<T> = OnceLock<Box<[OnceLock<T>]>>;

impl<T> Default for Log<T> {
    fn default() -> Self {
        Self { count: AtomicU32::new(0), buckets: [const { OnceLock::new() }; u32::BITS as usize] }
    }
}

impl<T> Log<T> {
    /// The value of a number.
    #[inline]
    pub(crate) fn get(&self, number: u32) -> Option<&T> {
        let (bucket, at) = place(number);
        self.buckets.get(bucket)?.get()?.get(at)?.get()
    }

    // Apart from those who read what never changed, which is nearly all there is.
    #[inline(never)]
    fn last(&self) -> Option<&T> {
        self.get(self.count.load(Ordering::Acquire))
    }

    /// Adds a value, and gives its number. Those who call it take turns: the caller holds a lock.
    pub(crate) fn push(&self, value: T) -> u32 {
        let number = self.count.load(Ordering::Relaxed) + 1;
        let (bucket, at) = place(number);
        let bucket = self
            .buckets
            .get(bucket)
            .map(|cells| cells.get_or_init(|| (0..1_usize << bucket).map(|_| OnceLock::new()).collect()));
        if let Some(cell) = bucket.and_then(|cells| cells.get(at)) {
            let _ = cell.set(value);
        }
        self.count.store(number, Ordering::Release);
        number
    }
}

/// The bucket that the value of a number lies in, and where in it; what has the number 0 lies nowhere.
#[inline]
const fn place(number: u32) -> (usize, usize) {
    let bucket = (number | 1).ilog2();
    (bucket as usize, (number ^ (1 << bucket)) as usize)
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
    fn values_are_found_by_their_numbers() {
        let log = Log::default();
        assert_eq!((log.get(0), log.get(1)), (None, None));
        for i in 1..1_000 {
            assert_eq!(log.push(i), i);
            assert_eq!((log.get(i), log.get(i.div_ceil(2)), log.get(i + 1)), (Some(&i), Some(&i.div_ceil(2)), None));
        }
        assert_eq!((log.get(0), log.get(u32::MAX)), (None, None));
    }

    #[test]
    fn places_follow_each_other() {
        let places: Vec<_> = (1..8).map(place).collect();
        assert_eq!(places, [(0, 0), (1, 0), (1, 1), (2, 0), (2, 1), (2, 2), (2, 3)]);
    }
}
