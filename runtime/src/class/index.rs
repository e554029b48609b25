//! Where names are in a list: found by their hashes, without a search.

use crate::symbol::{AttrName, Sym};

/// The positions of the names of a list: a byte each, if they are few, and else four.
pub(super) enum Index {
    /// Of so few names that the positions lie in place.
    Few([u8; FEW]),
    Many(Box<[u8]>),
}

/// An index of few names is this long,
const FEW: usize = 32;
/// and one that is no longer than this has positions of one byte.
const SHORT: usize = 256;

/// No position: that of a byte, and that of four.
const EMPTY: (u8, u32) = (u8::MAX, u32::MAX);

impl Index {
    /// Of these names, which are all different.
    pub(super) fn new(names: impl ExactSizeIterator<Item = Sym>) -> Self {
        let mut index = Self::default();
        index.fill(names);
        index
    }

    /// Takes in names, which are all different, where there are none yet. At most half of the index is taken.
    pub(super) fn fill(&mut self, names: impl ExactSizeIterator<Item = Sym>) {
        let size = (names.len() * 2).next_power_of_two();
        match self {
            Self::Few(places) if size <= FEW => fill(places, EMPTY.0, (0..).zip(names.map(start_of_few))),
            index if size <= SHORT => {
                let mut places = vec![EMPTY.0; size];
                fill(&mut places, EMPTY.0, (0..).zip(names.map(start)));
                *index = Self::Many(places.into());
            }
            index => {
                let mut places = vec![EMPTY.1; size];
                fill(&mut places, EMPTY.1, (0..).zip(names.map(start)));
                *index = Self::Many(places.into_iter().flat_map(u32::to_le_bytes).collect());
            }
        }
    }

    /// What stands under a name. What is at a position says `entry_at`, with its name; there is nothing at that of an empty
    /// place.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "each read of an attribute begins here")]
    pub(super) fn find<N: AttrName, T>(&self, name: N, entry_at: impl Fn(usize) -> Option<(Sym, T)>) -> Option<T> {
        match self {
            Self::Few(places) => find_in(places, start_of_few(name), name, entry_at),
            Self::Many(places) => find_in_many(places, name, entry_at),
        }
    }

    /// The same without a call, unless there are very many names.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "each call of a method begins here")]
    pub(super) fn glance<N: AttrName, T>(&self, name: N, entry_at: impl Fn(usize) -> Option<(Sym, T)>) -> Option<T> {
        match self {
            Self::Few(places) => find_in(places, start_of_few(name), name, entry_at),
            Self::Many(places) if places.len() <= SHORT => {
                rare();
                find_in(places, start(name), name, entry_at)
            }
            Self::Many(_) => None,
        }
    }
}

#[inline(always)]
#[allow(clippy::inline_always, reason = "each read of an attribute comes by")]
fn find_in<N: AttrName, T>(
    places: &[u8],
    mut place: usize,
    name: N,
    entry_at: impl Fn(usize) -> Option<(Sym, T)>,
) -> Option<T> {
    let mask = places.len().wrapping_sub(1);
    // Most are found where they begin.
    let (other, entry) = entry_at(usize::from(*places.get(place & mask)?))?;
    if name.__is(other) {
        return Some(entry);
    }
    rare();
    loop {
        place = place.wrapping_add(1);
        let (other, entry) = entry_at(usize::from(*places.get(place & mask)?))?;
        if name.__is(other) {
            return Some(entry);
        }
    }
}

/// Says to the compiler that one seldom comes here, so that what follows is out of the way.
#[cold]
const fn rare() {}

#[inline(never)]
fn find_in_many<N: AttrName, T>(places: &[u8], name: N, entry_at: impl Fn(usize) -> Option<(Sym, T)>) -> Option<T> {
    if places.len() <= SHORT {
        return find_in(places, start(name), name, entry_at);
    }
    let (positions, _) = places.as_chunks();
    for place in probe(name, positions.len()) {
        let (other, entry) = entry_at(u32::from_le_bytes(*positions.get(place)?) as usize)?;
        if name.__is(other) {
            return Some(entry);
        }
    }
    None
}

impl Default for Index {
    #[inline]
    fn default() -> Self {
        Self::Few([EMPTY.0; FEW])
    }
}

/// Puts positions into places, each where it begins or, if that is taken, behind it.
fn fill<P: Copy + PartialEq>(places: &mut [P], empty: P, starts: impl Iterator<Item = (P, usize)>) {
    let mask = places.len().wrapping_sub(1);
    for (position, mut at) in starts {
        // At least half of them are free.
        while let Some(place) = places.get_mut(at & mask) {
            if *place == empty {
                *place = position;
                break;
            }
            at = at.wrapping_add(1);
        }
    }
}

/// The places of a table of this size, beginning with that of the name.
#[inline]
pub(super) fn probe(name: impl AttrName, size: usize) -> impl Iterator<Item = usize> {
    let mask = size.wrapping_sub(1);
    let first = start(name);
    (0..size).map(move |step| first.wrapping_add(step) & mask)
}

/// Where a name begins in an index of few names.
#[inline]
fn start_of_few(name: impl AttrName) -> usize {
    name.__place().into()
}

/// Where it begins in one of more.
#[inline]
fn start(name: impl AttrName) -> usize {
    #[allow(clippy::cast_possible_truncation, reason = "the lower bits")]
    {
        name.__hash() as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_short_and_in_long_indexes() {
        for count in [0, 1, 2, 16, 17, 64, 127, 128, 129, 255, 1_000] {
            let names: Vec<Sym> = (0..count).map(|i| Sym::new(&format!("index{i}"))).collect();
            let index = Index::new(names.iter().copied());
            let find = |name: Sym| index.find(name, |at| names.get(at).map(|name| (*name, at)));
            for (at, name) in names.iter().enumerate() {
                assert_eq!(find(*name), Some(at), "of {count}");
                let glance = index.glance(*name, |at| names.get(at).map(|name| (*name, at)));
                assert_eq!(glance, (count <= 128).then_some(at), "of {count}");
            }
            assert_eq!(find(Sym::new("none of them")), None);
            let length = if let Index::Many(places) = &index { places.len() } else { FEW };
            assert_eq!((length == FEW, length <= SHORT), (count <= 16, count <= 128));
        }
    }

    #[test]
    fn names_that_want_the_same_place_are_found() {
        let names = (0..).map(|i| format!("wanting{i}")).filter(|name| start_of_few(name) % FEW == FEW - 1);
        let (names, others): (Vec<_>, Vec<_>) = names.take(32).enumerate().partition(|(at, _)| at % 2 == 0);
        let symbols: Vec<Sym> = names.iter().map(|(_, name)| Sym::new(name)).collect();
        let index = Index::new(symbols.iter().copied());
        let entry_at = |at| symbols.get(at).map(|name: &Sym| (*name, at));
        for (at, (_, name)) in names.iter().enumerate() {
            assert_eq!((index.find(name, entry_at), index.glance(name, entry_at)), (Some(at), Some(at)));
        }
        assert!(others.iter().all(|(_, name)| index.find(name, entry_at).is_none()));
    }
}
