//! Names that came after a class was made.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::super::index::probe;
use super::{Alone, Group};
use crate::history::History;
use crate::symbol::{AttrName, Sym};

/// A name that came after the class was made.
pub(super) struct LateEntry {
    pub(super) name: Sym,
    pub(super) history: History<Alone>,
}

/// All of them: tables, each twice as large as the one before.
pub(super) struct Late {
    cells: Box<[OnceLock<LateEntry>]>,
    used: AtomicUsize,
    next: OnceLock<Box<Self>>,
}

impl Late {
    pub(super) fn new(size: usize) -> Self {
        let cells = (0..size).map(|_| OnceLock::new()).collect();
        Self { cells, used: AtomicUsize::new(0), next: OnceLock::new() }
    }

    fn tables(&self) -> impl Iterator<Item = &Self> {
        std::iter::successors(Some(self), |late| late.next.get().map(|next| &**next))
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = &LateEntry> {
        self.tables().flat_map(|late| late.cells.iter().filter_map(OnceLock::get))
    }

    fn entry<N: AttrName>(&self, name: N, hash: u64) -> Option<&LateEntry> {
        for late in self.tables() {
            for at in probe(hash, late.cells.len()) {
                match late.cells.get(at).and_then(OnceLock::get) {
                    Some(entry) if name.__is(entry.name, hash) => return Some(entry),
                    Some(_) => {}
                    None => break,
                }
            }
        }
        None
    }

    #[inline(never)]
    pub(super) fn group<N: AttrName>(&self, name: N) -> Option<Group<'_>> {
        self.entry(name, name.__hash()).map(|entry| entry.history.current().group())
    }

    pub(super) fn put(&self, group: Alone) {
        let name = group.name;
        match self.entry(name, name.__hash()) {
            Some(entry) => entry.history.push(group),
            None => self.add(LateEntry { name, history: History::new(group) }),
        }
    }

    /// Adds an entry to the last of the tables, half of which stays free.
    fn add(&self, entry: LateEntry) {
        let mut late = self;
        while late.used.load(Ordering::Relaxed) * 2 >= late.cells.len() {
            late = late.next.get_or_init(|| Box::new(Self::new((late.cells.len() * 2).max(8))));
        }
        late.used.fetch_add(1, Ordering::Relaxed);
        let mut free = probe(entry.name.__hash(), late.cells.len()).filter_map(|at| late.cells.get(at));
        if let Some(cell) = free.find(|cell| cell.get().is_none()) {
            let _ = cell.set(entry);
        }
    }
}
