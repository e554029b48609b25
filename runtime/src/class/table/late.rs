//! Names that came after a class was made.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};

use super::super::index::probe;
use crate::symbol::{AttrName, Sym};

/// A name that came after the class was made.
struct LateEntry {
    name: Sym,
    /// The number of what lies under it now.
    number: AtomicU32,
}

/// All of them: tables, each twice as large as the one before.
#[derive(Default)]
pub(super) struct Late {
    cells: Box<[OnceLock<LateEntry>]>,
    used: AtomicUsize,
    next: OnceLock<Box<Self>>,
}

impl Late {
    fn new(size: usize) -> Self {
        let cells = (0..size).map(|_| OnceLock::new()).collect();
        Self { cells, used: AtomicUsize::new(0), next: OnceLock::new() }
    }

    fn tables(&self) -> impl Iterator<Item = &Self> {
        std::iter::successors(Some(self), |late| late.next.get().map(|next| &**next))
    }

    /// All of them, with the numbers of what lies under them.
    pub(super) fn names(&self) -> impl Iterator<Item = (Sym, u32)> {
        let entries = self.tables().flat_map(|late| late.cells.iter().filter_map(OnceLock::get));
        entries.map(|entry| (entry.name, entry.number.load(Ordering::Acquire)))
    }

    fn entry<N: AttrName>(&self, name: N) -> Option<&LateEntry> {
        for late in self.tables() {
            for at in probe(name, late.cells.len()) {
                match late.cells.get(at).and_then(OnceLock::get) {
                    Some(entry) if name.__is(entry.name) => return Some(entry),
                    Some(_) => {}
                    None => break,
                }
            }
        }
        None
    }

    /// The number of what lies under a name: whoever sees it sees that too.
    pub(super) fn number<N: AttrName>(&self, name: N) -> Option<u32> {
        self.entry(name).map(|entry| entry.number.load(Ordering::Acquire))
    }

    pub(super) fn put(&self, name: Sym, number: u32) {
        match self.entry(name) {
            Some(entry) => entry.number.store(number, Ordering::Release),
            None => self.add(LateEntry { name, number: number.into() }),
        }
    }

    /// Adds an entry to the last of the tables, half of which stays free.
    fn add(&self, entry: LateEntry) {
        let mut late = self;
        while late.used.load(Ordering::Relaxed) * 2 >= late.cells.len() {
            late = late.next.get_or_init(|| Box::new(Self::new((late.cells.len() * 2).max(8))));
        }
        late.used.fetch_add(1, Ordering::Relaxed);
        let mut free = probe(entry.name, late.cells.len()).filter_map(|at| late.cells.get(at));
        if let Some(cell) = free.find(|cell| cell.get().is_none()) {
            let _ = cell.set(entry);
        }
    }
}
