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

/// Values that are only ever added to. None of them ever moves, and each has a number, of 31 bits and never 0, that says
/// where it lies: which bucket, and where in it.
pub(crate) struct Log<T> {
    /// The number of the last one; 0 if there is none.
    last: AtomicU32,
    /// Each is twice as long as the one before, until they are as long as they can be; the first one is empty.
    buckets: [Bucket<T>; BUCKETS],
}

type Bucket<T> = OnceLock<Box<[OnceLock<T>]>>;

const BUCKETS: usize = 32;
/// So many bits say where in its bucket a value lies.
const AT: u32 = 26;

impl<T> Default for Log<T> {
    fn default() -> Self {
        Self { last: AtomicU32::new(0), buckets: [const { OnceLock::new() }; BUCKETS] }
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
        self.get(self.last.load(Ordering::Acquire))
    }

    /// Adds a value, and gives its number. Those who call it take turns: the caller holds a lock.
    ///
    /// # Panics
    /// If there are 402,653,183 values. What classes keep for so many takes more than 20 GiB.
    pub(crate) fn push(&self, value: T) -> u32 {
        let number = next(self.last.load(Ordering::Relaxed));
        let (bucket, at) = place(number);
        assert!(bucket < BUCKETS, "a class was changed too often");
        let cells = self
            .buckets
            .get(bucket)
            .map(|cells| cells.get_or_init(|| (0..length(bucket)).map(|_| OnceLock::new()).collect()));
        if let Some(cell) = cells.and_then(|cells| cells.get(at)) {
            let _ = cell.set(value);
        }
        self.last.store(number, Ordering::Release);
        number
    }
}

/// The bucket that the value of a number lies in, and where in it.
#[inline]
const fn place(number: u32) -> (usize, usize) {
    ((number >> AT) as usize, (number & ((1 << AT) - 1)) as usize)
}

/// The number behind another one.
fn next(number: u32) -> u32 {
    let (bucket, at) = place(number);
    if at + 1 < length(bucket) { number + 1 } else { ((number >> AT) + 1) << AT }
}

/// How many values a bucket takes.
fn length(bucket: usize) -> usize {
    match bucket {
        0 => 0,
        bucket => 1 << (bucket - 1).min(AT as usize),
    }
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
        assert!(log.get(0).is_none() && log.last().is_none());
        let numbers: Vec<u32> = (0..1_000).map(|i| log.push(i)).collect();
        assert!(numbers.iter().zip(0..).all(|(number, i)| log.get(*number) == Some(&i)));
        assert_eq!((log.last(), log.get(0), log.get(u32::MAX)), (Some(&999), None, None));
        assert_eq!(log.get(next(numbers[999])), None);
    }

    #[test]
    fn numbers_follow_each_other() {
        let places: Vec<_> =
            std::iter::successors(Some(next(0)), |number| Some(next(*number))).map(place).take(7).collect();
        assert_eq!(places, [(1, 0), (2, 0), (2, 1), (3, 0), (3, 1), (3, 2), (3, 3)]);
        let longest = 1 << AT;
        assert_eq!((length(26), length(27), length(31)), (longest / 2, longest, longest));
        assert_eq!((1..BUCKETS).map(length).sum::<usize>(), 402_653_183);
        // There is no number behind the last one.
        let last = (32 << AT) - 1;
        assert_eq!((place(last), place(next(last)).0), ((31, longest - 1), BUCKETS));
    }
}
