//! Where names are in a list: found by their hashes, without a search.

use crate::symbol::{AttrName, Sym};

/// The positions of the names of a list.
#[derive(Default)]
pub(super) struct Index(Box<[u32]>);

/// No position.
const EMPTY: u32 = u32::MAX;

impl Index {
    /// Of these names, which are all different. At most half of the index is taken.
    pub(super) fn new(names: impl ExactSizeIterator<Item = Sym>) -> Self {
        let size = if names.len() == 0 { 0 } else { (names.len() * 2).next_power_of_two() };
        let mut places = vec![EMPTY; size].into_boxed_slice();
        for (position, name) in (0..).zip(names) {
            let free = probe(name.__hash(), places.len()).find(|at| places.get(*at) == Some(&EMPTY));
            if let Some(place) = free.and_then(|at| places.get_mut(at)) {
                *place = position;
            }
        }
        Self(places)
    }

    /// The position of a name; what stands at a position says `name_at`, which knows none for an empty place.
    #[inline]
    pub(super) fn find<N: AttrName>(&self, name: N, name_at: impl Fn(usize) -> Option<Sym>) -> Option<usize> {
        let hash = name.__hash();
        let mut places = probe(hash, self.0.len());
        loop {
            let position = *self.0.get(places.next()?)? as usize;
            if name.__is(name_at(position)?, hash) {
                return Some(position);
            }
        }
    }
}

/// The places of a table of this size, beginning with that of the hash.
#[inline]
pub(super) fn probe(hash: u64, size: usize) -> impl Iterator<Item = usize> {
    let mask = size.wrapping_sub(1);
    #[allow(clippy::cast_possible_truncation, reason = "the lower bits")]
    let first = hash as usize;
    (0..size).map(move |step| first.wrapping_add(step) & mask)
}
