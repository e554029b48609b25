//! All attributes of a class, its own and the inherited ones, in one table that is read without a lock.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use super::cell::ValueCell;
use super::index::{Index, probe};
use super::kind::Kind;
use crate::history::History;
use crate::symbol::{AttrName, Sym};
use crate::value::Value;

/// What a class has under a name: a value, or the cell that a data attribute moves into when it is first assigned.
///
/// A cell is shared by the tables of all subclasses, so that one assignment reaches them all.
#[derive(Clone)]
pub(crate) enum Held {
    Fixed(Value),
    Cell(Arc<ValueCell>),
}

impl Held {
    pub(crate) fn in_cell(value: Value) -> Self {
        Self::Cell(Arc::new(ValueCell::new(value)))
    }

    /// The value now.
    #[inline]
    pub(crate) fn value(&self) -> Value {
        match self {
            Self::Fixed(value) => value.clone(),
            Self::Cell(cell) => cell.read(),
        }
    }

    /// The value, if it never changes.
    pub(crate) const fn fixed(&self) -> Option<&Value> {
        match self {
            Self::Fixed(value) => Some(value),
            Self::Cell(_) => None,
        }
    }
}

/// What one class of the MRO has under a name.
#[derive(Clone)]
pub(crate) struct Placed {
    pub(crate) held: Held,
    pub(crate) kind: Kind,
    /// The place in the MRO of the class that has it.
    pub(crate) owner: u32,
}

/// All that the classes of an MRO have under one name, in the order of the MRO: the first one counts, the rest is
/// what `super` finds.
#[derive(Clone)]
pub(crate) struct Group {
    /// Where instances keep a value of this name that is read before anything else; [`NO_SLOT`] if they do not.
    pub(crate) slot: u32,
    /// Where they keep one that is read after data descriptors; [`NO_SLOT`] if it has no place.
    pub(crate) place: u32,
    pub(crate) top: Option<Placed>,
    rest: Box<[Placed]>,
}

pub(crate) const NO_SLOT: u32 = u32::MAX;

impl Group {
    pub(crate) fn new((slot, place): (u32, u32), placed: Vec<Placed>) -> Self {
        let mut placed = placed.into_iter();
        Self { slot, place, top: placed.next(), rest: placed.collect() }
    }

    /// What only one class has.
    pub(crate) fn alone((slot, place): (u32, u32), placed: Placed) -> Self {
        Self { slot, place, top: Some(placed), rest: Box::default() }
    }

    /// All, in the order of the MRO.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Placed> {
        self.top.iter().chain(&self.rest)
    }

    /// The first one behind a place in the MRO.
    pub(crate) fn after(&self, owner: u32) -> Option<&Placed> {
        self.iter().find(|placed| placed.owner > owner)
    }
}

struct Entry {
    name: Sym,
    group: History<Group>,
}

impl Entry {
    fn new(name: Sym, group: Group) -> Self {
        Self { name, group: History::new(group) }
    }
}

/// A hash table with open addressing: what is known when the class is made lies densely; names that come later go to
/// tables of their own, each twice as large as the one before.
#[derive(Default)]
pub(crate) struct Table {
    index: Index,
    entries: Box<[Entry]>,
    late: OnceLock<Box<Late>>,
}

impl Table {
    /// Of so many groups at most.
    pub(crate) fn new(count: usize, groups: impl IntoIterator<Item = (Sym, Group)>) -> Self {
        let mut entries = Vec::with_capacity(count);
        groups.into_iter().for_each(|(name, group)| entries.push(Entry::new(name, group)));
        let entries = entries.into_boxed_slice();
        let index = Index::new(entries.iter().map(|entry| entry.name));
        Self { index, entries, late: OnceLock::new() }
    }

    /// What the classes have under a name.
    #[inline]
    pub(crate) fn get<N: AttrName>(&self, name: N) -> Option<&Group> {
        self.entry(name).map(|entry| entry.group.current())
    }

    #[inline]
    fn entry<N: AttrName>(&self, name: N) -> Option<&Entry> {
        match self.index.find(name, |at| self.entries.get(at).map(|entry| entry.name)) {
            Some(at) => self.entries.get(at),
            None => self.late.get()?.entry(name, name.__hash()),
        }
    }

    /// Puts another group under a name. Those who call it take turns.
    pub(crate) fn put(&self, name: Sym, group: Group) {
        match self.entry(name) {
            Some(entry) => entry.group.push(group),
            None => self.late.get_or_init(|| Box::new(Late::new(8))).add(Entry::new(name, group)),
        }
    }

    /// All names with what is under them, those that came later last.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Sym, &Group)> {
        let late = std::iter::successors(self.late.get(), |late| late.next.get());
        let late = late.flat_map(|late| late.cells.iter().filter_map(OnceLock::get));
        self.entries.iter().chain(late).map(|entry| (entry.name, entry.group.current()))
    }
}

/// Names that came after the class was made.
struct Late {
    cells: Box<[OnceLock<Entry>]>,
    used: AtomicUsize,
    next: OnceLock<Box<Self>>,
}

impl Late {
    fn new(size: usize) -> Self {
        let cells = (0..size).map(|_| OnceLock::new()).collect();
        Self { cells, used: AtomicUsize::new(0), next: OnceLock::new() }
    }

    fn entry<N: AttrName>(&self, name: N, hash: u64) -> Option<&Entry> {
        for late in std::iter::successors(Some(self), |late| late.next.get().map(|next| &**next)) {
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

    /// Adds an entry to the last of the tables, half of which stays free.
    fn add(&self, entry: Entry) {
        let mut late = self;
        while late.used.load(Ordering::Relaxed) * 2 >= late.cells.len() {
            late = late.next.get_or_init(|| Box::new(Self::new(late.cells.len() * 2)));
        }
        late.used.fetch_add(1, Ordering::Relaxed);
        let mut free = probe(entry.name.__hash(), late.cells.len()).filter_map(|at| late.cells.get(at));
        if let Some(cell) = free.find(|cell| cell.get().is_none()) {
            let _ = cell.set(entry);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(value: i64) -> Group {
        let placed = Placed { held: Held::Fixed(value.into()), kind: Kind::Plain, owner: 0 };
        Group::new((NO_SLOT, NO_SLOT), vec![placed])
    }

    fn value(table: &Table, name: &str) -> Option<i128> {
        table.get(name).and_then(|group| group.top.as_ref()).and_then(|placed| placed.held.value().as_int())
    }

    #[test]
    fn names_are_found_by_text_and_by_symbol() {
        let names: Vec<String> = (0..100).map(|i| format!("name{i}")).collect();
        let table = Table::new(names.len(), names.iter().zip(0..).map(|(name, i)| (Sym::new(name), group(i))));
        for (name, i) in names.iter().zip(0..) {
            assert_eq!(value(&table, name), Some(i));
            assert!(table.get(Sym::new(name)).is_some());
        }
        assert!(table.get("name100").is_none());
        assert!(Table::new(0, []).get("x").is_none());
    }

    #[test]
    fn many_names_can_come_later() {
        let table = Table::new(1, [(Sym::new("first"), group(-1))]);
        let names: Vec<Sym> = (0..20_000).map(|i| Sym::new(&format!("late{i}"))).collect();
        for (name, i) in names.iter().zip(0..) {
            table.put(*name, group(i));
        }
        table.put(names[0], group(7));
        assert_eq!((value(&table, "late0"), value(&table, "late19999")), (Some(7), Some(19_999)));
        assert_eq!(value(&table, "first"), Some(-1));
        assert_eq!(table.iter().count(), 20_001);
    }

    #[test]
    fn a_group_is_small() {
        assert!(size_of::<Held>() <= 16 && size_of::<Placed>() <= 32);
    }
}
