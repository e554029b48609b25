//! All attributes of a class, its own and the inherited ones, in one table that is read without a lock.

mod late;
mod row;

use std::sync::OnceLock;

use late::Late;
pub(super) use row::Spot;
pub(crate) use row::{Found, Group, NO_SLOT, Placed, Row};

use super::index::Index;
use crate::history::History;
use crate::symbol::{AttrName, Sym};

/// A group that lies alone.
struct Alone {
    name: Sym,
    row: Row,
    others: Box<[Placed]>,
}

impl Alone {
    fn new(name: Sym, found: Found) -> Self {
        let mut others = vec![];
        let row = Row::new(found, &mut others);
        Self { name, row, others: others.into() }
    }

    fn group(&self) -> Group<'_> {
        Group { row: &self.row, spot: self.row.spot(), others: &self.others }
    }
}

/// A hash table with open addressing: what is known when the class is made lies densely; what changes later goes to
/// tables of its own.
#[derive(Default)]
pub(crate) struct Table {
    index: Index,
    rows: Box<[(Sym, Row)]>,
    others: Box<[Placed]>,
    later: OnceLock<Box<Later>>,
}

/// What came after the class was made.
struct Later {
    /// The groups of names that were known.
    changed: Box<[OnceLock<History<Alone>>]>,
    /// Names that were not.
    late: Late,
}

/// A table to be.
pub(super) struct Unfinished {
    rows: Vec<(Sym, Row)>,
    others: Vec<Placed>,
}

impl Unfinished {
    /// With a name that it does not have yet.
    pub(super) fn push<P: IntoIterator<Item = Placed>>(&mut self, name: Sym, found: Found<P>) {
        self.rows.push((name, Row::new(found, &mut self.others)));
    }

    pub(super) fn finish(self, table: &mut Table) {
        let Self { rows, others } = self;
        table.fill(rows);
        table.others = others.into();
    }
}

impl Table {
    /// For so many names; as many times as `repeated` says, a class has what another has too.
    pub(super) fn with_capacity(names: usize, repeated: usize) -> Unfinished {
        Unfinished { rows: Vec::with_capacity(names), others: Vec::with_capacity(repeated) }
    }

    /// Takes in names, under each of which no more than one class has anything, where there are none yet.
    pub(super) fn fill(&mut self, rows: Vec<(Sym, Row)>) {
        self.index.fill(rows.iter().map(|(name, _)| *name));
        self.rows = rows.into();
    }

    /// What the classes have under a name.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "each read of an attribute begins here")]
    pub(crate) fn get<N: AttrName>(&self, name: N) -> Option<Group<'_>> {
        match self.row(name) {
            Some((at, row)) => Some(self.group(at, row)),
            None => self.later.get()?.late.group(name),
        }
    }

    /// The same, if it is found without a call: the names are not very many, and this one was known when the class was made.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "each call of a method begins here")]
    pub(crate) fn glance<N: AttrName>(&self, name: N) -> Option<Group<'_>> {
        let (at, row) = self.index.glance(name, |at| self.entry(at))?;
        match row.spot_now() {
            Some(spot) => Some(Group { row, spot, others: &self.others }),
            None => Some(self.later.get()?.changed.get(at)?.get()?.current_in_place().group()),
        }
    }

    /// Where instances keep a value of this name that is read before anything else, if that is found without a call: else
    /// nothing, or a place that no instance has.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "each read of an attribute begins here")]
    pub(crate) fn glance_at_place<N: AttrName>(&self, name: N) -> Option<usize> {
        let (_, row) = self.index.glance(name, |at| self.entry(at))?;
        Some(row.place_now())
    }

    /// The row of a name that was known when the class was made, and its position.
    #[inline]
    fn row<N: AttrName>(&self, name: N) -> Option<(usize, &Row)> {
        self.index.find(name, |at| self.entry(at))
    }

    #[inline]
    fn entry(&self, at: usize) -> Option<(Sym, (usize, &Row))> {
        self.rows.get(at).map(|(name, row)| (*name, (at, row)))
    }

    /// What is there now.
    #[inline]
    fn group<'a>(&'a self, at: usize, row: &'a Row) -> Group<'a> {
        match row.spot_now() {
            Some(spot) => Group { row, spot, others: &self.others },
            None => {
                let now = self.changed(at);
                let (row, others) = now.map_or((row, &self.others), |now| (&now.row, &now.others));
                Group { row, spot: row.spot(), others }
            }
        }
    }

    #[inline(never)]
    fn changed(&self, at: usize) -> Option<&Alone> {
        self.later.get()?.changed.get(at)?.get().map(History::current)
    }

    /// What the class has had itself from the beginning, as the first one in its MRO: those names come first, in the order
    /// in which they were defined.
    pub(crate) fn own(&self) -> impl Iterator<Item = (Sym, &Placed)> {
        self.rows.iter().map_while(|(name, row)| Some((*name, row.own()?)))
    }

    /// The same under a name.
    pub(crate) fn get_own<N: AttrName>(&self, name: N) -> Option<&Placed> {
        self.row(name)?.1.own()
    }

    /// Puts another group under a name. Those who call it take turns.
    pub(crate) fn put(&self, name: Sym, found: Found) {
        let later = self.later.get_or_init(|| Box::new(Later::new(self.rows.len())));
        let group = Alone::new(name, found);
        match self.row(name) {
            Some((at, row)) => {
                later.change(at, group);
                row.change();
            }
            None => later.late.put(group),
        }
    }

    /// All names with what was under them when the class was made.
    pub(super) fn known(&self) -> impl Iterator<Item = (Sym, Group<'_>)> {
        self.rows.iter().map(|(name, row)| (*name, Group { row, spot: row.spot(), others: &self.others }))
    }

    /// All names with what is under them, those that came later last.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Sym, Group<'_>)> {
        let known = self.rows.iter().enumerate().map(|(at, (name, row))| (*name, self.group(at, row)));
        let late = self.later.get().into_iter().flat_map(|later| later.late.entries());
        known.chain(late.map(|entry| (entry.name, entry.history.current().group())))
    }
}

impl Later {
    fn new(names: usize) -> Self {
        Self { changed: (0..names).map(|_| OnceLock::new()).collect(), late: Late::new(0) }
    }

    fn change(&self, at: usize, group: Alone) {
        let Some(changed) = self.changed.get(at) else { return };
        match changed.get() {
            Some(history) => history.push(group),
            // Nobody else was there first: those who change classes take turns.
            None => drop(changed.set(History::new(group))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::held::Held;
    use super::*;

    fn found(value: i64) -> Found {
        Found { spot: Spot::NONE, placed: [Placed::new(Held::Fixed(value.into()), 0)].into() }
    }

    fn value(table: &Table, name: &str) -> Option<i128> {
        table.get(name).and_then(Group::top).and_then(|placed| placed.held.value().as_int())
    }

    fn table(groups: impl Iterator<Item = (Sym, Found)>) -> Table {
        let (mut table, mut unfinished) = (Table::default(), Table::with_capacity(0, 0));
        groups.for_each(|(name, found)| unfinished.push(name, found));
        unfinished.finish(&mut table);
        table
    }

    #[test]
    fn names_are_found_by_text_and_by_symbol() {
        let names: Vec<String> = (0..100).map(|i| format!("name{i}")).collect();
        let table = table(names.iter().zip(0..).map(|(name, i)| (Sym::new(name), found(i))));
        for (name, i) in names.iter().zip(0..) {
            assert_eq!(value(&table, name), Some(i));
            assert!(table.get(Sym::new(name)).is_some());
        }
        assert!(table.get("name100").is_none());
        assert!(Table::default().get("x").is_none());
    }

    #[test]
    fn many_names_can_come_later() {
        let table = table([(Sym::new("first"), found(-1))].into_iter());
        let names: Vec<Sym> = (0..20_000).map(|i| Sym::new(&format!("late{i}"))).collect();
        for (name, i) in names.iter().zip(0..) {
            table.put(*name, found(i));
        }
        table.put(names[0], found(7));
        assert_eq!((value(&table, "late0"), value(&table, "late19999")), (Some(7), Some(19_999)));
        assert_eq!(value(&table, "first"), Some(-1));
        for i in 0..10 {
            table.put(Sym::new("first"), found(i));
            assert_eq!(value(&table, "first"), Some(i.into()));
        }
        assert_eq!(table.iter().count(), 20_001);
    }

    #[test]
    fn a_group_is_small() {
        assert!(size_of::<Held>() <= 16 && size_of::<Placed>() <= 24 && size_of::<(Sym, Row)>() <= 40);
    }
}
