//! Where names are in a list: found by their hashes, without a search.

use crate::symbol::{AttrName, Sym};

/// The positions of the names of a list: a byte each, if they are few, and else four.
#[derive(Default)]
pub(super) struct Index(Box<[u8]>);

/// An index that is no longer than this has positions of one byte.
const SHORT: usize = 256;

/// No position: that of a byte, and that of four.
const EMPTY: (u8, u32) = (u8::MAX, u32::MAX);

impl Index {
    /// Of these names, which are all different. At most half of the index is taken.
    pub(super) fn new(names: impl ExactSizeIterator<Item = Sym>) -> Self {
        let size = if names.len() == 0 { 0 } else { (names.len() * 2).next_power_of_two() };
        match size <= SHORT {
            true => Self(filled(size, EMPTY.0, (0..).zip(names)).into()),
            false => Self(filled(size, EMPTY.1, (0..).zip(names)).into_iter().flat_map(u32::to_le_bytes).collect()),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The position of a name; what stands at a position says `name_at`, which knows none for an empty place.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "each read of an attribute begins here")]
    pub(super) fn find<N: AttrName>(&self, name: N, name_at: impl Fn(usize) -> Option<Sym>) -> Option<usize> {
        let hash = name.__hash();
        if self.0.len() > SHORT {
            return self.find_in_long(name, hash, name_at);
        }
        let mask = self.0.len().wrapping_sub(1);
        let mut place = start(hash);
        loop {
            let position = usize::from(*self.0.get(place & mask)?);
            if name.__is(name_at(position)?, hash) {
                return Some(position);
            }
            place = place.wrapping_add(1);
        }
    }

    #[cold]
    #[inline(never)]
    fn find_in_long<N: AttrName>(&self, name: N, hash: u64, name_at: impl Fn(usize) -> Option<Sym>) -> Option<usize> {
        let (positions, _) = self.0.as_chunks();
        for place in probe(hash, positions.len()) {
            let position = u32::from_le_bytes(*positions.get(place)?) as usize;
            if name.__is(name_at(position)?, hash) {
                return Some(position);
            }
        }
        None
    }
}

/// So many places, with the positions of names in them.
fn filled<P: Copy + PartialEq>(size: usize, empty: P, names: impl Iterator<Item = (P, Sym)>) -> Vec<P> {
    let mut places = vec![empty; size];
    for (position, name) in names {
        let free = probe(name.__hash(), size).find(|at| places.get(*at) == Some(&empty));
        if let Some(place) = free.and_then(|at| places.get_mut(at)) {
            *place = position;
        }
    }
    places
}

/// The places of a table of this size, beginning with that of the hash.
#[inline]
pub(super) fn probe(hash: u64, size: usize) -> impl Iterator<Item = usize> {
    let mask = size.wrapping_sub(1);
    let first = start(hash);
    (0..size).map(move |step| first.wrapping_add(step) & mask)
}

#[inline]
const fn start(hash: u64) -> usize {
    #[allow(clippy::cast_possible_truncation, reason = "the lower bits")]
    {
        hash as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_short_and_in_long_indexes() {
        for count in [0, 1, 2, 64, 127, 128, 129, 255, 1_000] {
            let names: Vec<Sym> = (0..count).map(|i| Sym::new(&format!("index{i}"))).collect();
            let index = Index::new(names.iter().copied());
            let find = |name: Sym| index.find(name, |at| names.get(at).copied());
            for (at, name) in names.iter().enumerate() {
                assert_eq!(find(*name), Some(at), "of {count}");
            }
            assert_eq!(find(Sym::new("none of them")), None);
            assert_eq!(index.0.len() <= SHORT, count <= 128);
        }
    }
}
