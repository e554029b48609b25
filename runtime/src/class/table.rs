//! All attributes of a class, its own and the inherited ones, in one table that is read without a lock.

mod late;
mod row;

use std::sync::OnceLock;

use late::Late;
pub(super) use row::Spot;
pub(crate) use row::{Found, Group, NO_SLOT, Placed, Row};

use super::index::Index;
use crate::history::Log;
use crate::symbol::{AttrName, Sym};

/// A group that lies alone.
struct Alone {
    row: Row,
    others: Box<[Placed]>,
}

impl Alone {
    fn new(found: Found) -> Self {
        let mut others = vec![];
        let row = Row::new(found, &mut others);
        Self { row, others: others.into() }
    }

    #[inline]
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
#[derive(Default)]
struct Later {
    /// All groups that ever came. A row of a name that was known has the number of the one that lies there now.
    groups: Log<Alone>,
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
            Some(row) => Some(self.group(row)),
            None => self.late(name).map(Alone::group),
        }
    }

    /// The same, if it is found without a call: the names are not very many, and this one was known when the class was made.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "each call of a method begins here")]
    pub(crate) fn glance<N: AttrName>(&self, name: N) -> Option<Group<'_>> {
        let row = self.index.glance(name, |at| self.entry(at))?;
        match row.spot_now() {
            Ok(spot) => Some(Group { row, spot, others: &self.others }),
            Err(number) => self.changed(number).map(Alone::group),
        }
    }

    /// Where instances keep a value of this name that is read before anything else, if that is found without a call: else
    /// nothing, or a place that no instance has.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "each read of an attribute begins here")]
    pub(crate) fn glance_at_place<N: AttrName>(&self, name: N) -> Option<usize> {
        Some(self.index.glance(name, |at| self.entry(at))?.place_now())
    }

    /// The row of a name that was known when the class was made.
    #[inline]
    fn row<N: AttrName>(&self, name: N) -> Option<&Row> {
        self.index.find(name, |at| self.entry(at))
    }

    #[inline]
    fn entry(&self, at: usize) -> Option<(Sym, &Row)> {
        self.rows.get(at).map(|(name, row)| (*name, row))
    }

    /// What is there now.
    #[inline]
    fn group<'a>(&'a self, row: &'a Row) -> Group<'a> {
        match row.spot_now() {
            Ok(spot) => Group { row, spot, others: &self.others },
            Err(number) => {
                self.changed(number).map_or(Group { row, spot: Spot::NONE, others: &self.others }, Alone::group)
            }
        }
    }

    /// The group of this number.
    #[inline]
    fn changed(&self, number: u32) -> Option<&Alone> {
        self.later.get()?.groups.get(number)
    }

    /// The group of a name that came later.
    #[inline(never)]
    fn late<N: AttrName>(&self, name: N) -> Option<&Alone> {
        let later = self.later.get()?;
        later.groups.get(later.late.number(name)?)
    }

    /// What the class has had itself from the beginning, as the first one in its MRO: those names come first, in the order
    /// in which they were defined.
    pub(crate) fn own(&self) -> impl Iterator<Item = (Sym, &Placed)> {
        self.rows.iter().map_while(|(name, row)| Some((*name, row.own()?)))
    }

    /// The same under a name.
    pub(crate) fn get_own<N: AttrName>(&self, name: N) -> Option<&Placed> {
        self.row(name)?.own()
    }

    /// Puts another group under a name. Those who call it take turns.
    pub(crate) fn put(&self, name: Sym, found: Found) {
        let later = self.later.get_or_init(Box::default);
        let number = later.groups.push(Alone::new(found));
        match self.row(name) {
            Some(row) => row.change(number),
            None => later.late.put(name, number),
        }
    }

    /// All names with what is under them, as long as nothing has changed.
    pub(super) fn known(&self) -> impl Iterator<Item = (Sym, Group<'_>)> {
        self.rows.iter().map(|(name, row)| (*name, Group { row, spot: row.spot(), others: &self.others }))
    }

    /// All names with what is under them, those that came later last.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Sym, Group<'_>)> {
        let known = self.rows.iter().map(|(name, row)| (*name, self.group(row)));
        let late = self.later.get().into_iter().flat_map(|later| later.late.names());
        known.chain(late.filter_map(|(name, number)| Some((name, self.changed(number)?.group()))))
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
