//! All attributes of a class, its own and the inherited ones, in one table that is read without a lock.

mod late;

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use late::Late;

use super::held::Held;
use super::index::Index;
use super::kind::Kind;
use crate::history::History;
use crate::symbol::{AttrName, Sym};
use crate::value::Value;

/// What one class of the MRO has under a name.
#[derive(Clone)]
pub(crate) struct Placed {
    pub(crate) held: Held,
    pub(crate) kind: Kind,
    /// Has no class behind it anything under this name?
    is_last: bool,
    /// The place in the MRO of the class that has it.
    pub(crate) owner: u32,
}

impl Placed {
    /// Of a class at this place.
    pub(super) fn new(held: Held, owner: u32) -> Self {
        let kind = held.kind();
        Self { held, kind, is_last: true, owner }
    }
}

/// All that the classes of an MRO have under one name, in the order of the MRO: the first one counts, the rest is
/// what `super` finds.
#[derive(Clone, Copy)]
pub(crate) struct Group<'a> {
    row: &'a Row,
    /// That of the row, as it was when that was found to be the current one: it is read once.
    spot: Spot,
    others: &'a [Placed],
}

pub(crate) const NO_SLOT: u32 = u32::MAX;

/// The place that instances have for a value of a name, and in one bit whether it is read after data descriptors only.
#[derive(Clone, Copy)]
pub(super) struct Spot(u32);

impl Spot {
    const HIDDEN: u32 = 1 << 31;
    /// Says of a row that something else lies under the name by now.
    const CHANGED: u32 = 1 << 30;

    /// No place.
    pub(super) const NONE: Self = Self(!Self::CHANGED);

    pub(super) fn new(place: usize, is_first: bool) -> Self {
        let place = u32::try_from(place).ok().filter(|place| *place < Self::CHANGED);
        place.map_or(Self::NONE, |place| Self(if is_first { place } else { place | Self::HIDDEN }))
    }
}

impl<'a> Group<'a> {
    /// Where instances keep a value of this name that is read before anything else; [`NO_SLOT`] if they do not.
    #[inline]
    pub(crate) const fn slot(self) -> u32 {
        let Spot(spot) = self.spot;
        if spot < Spot::HIDDEN { spot } else { NO_SLOT }
    }

    /// Where they keep one that is read after data descriptors; [`NO_SLOT`] if it has no place.
    #[inline]
    pub(crate) const fn place(self) -> u32 {
        let Spot(spot) = self.spot;
        if spot == Spot::NONE.0 { NO_SLOT } else { spot & !Spot::HIDDEN }
    }

    /// The first one.
    #[inline]
    pub(crate) const fn top(self) -> Option<&'a Placed> {
        self.row.first.as_ref()
    }

    /// All, in the order of the MRO.
    #[inline]
    pub(crate) fn iter(self) -> impl Iterator<Item = &'a Placed> {
        let mut others = self.others.iter().skip(self.row.from as usize);
        std::iter::successors(self.top(), move |placed| if placed.is_last { None } else { others.next() })
    }

    /// The first one behind a place in the MRO.
    #[inline]
    pub(crate) fn after(self, owner: u32) -> Option<&'a Placed> {
        let mut placed = self.top()?;
        let mut others = self.others.iter().skip(self.row.from as usize);
        while placed.owner <= owner {
            placed = if placed.is_last { None } else { others.next() }?;
        }
        Some(placed)
    }
}

/// A group on its way into a table. Most have no more than one class under a name.
pub(crate) struct Found<P = Box<[Placed]>> {
    pub(super) spot: Spot,
    pub(crate) placed: P,
}

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

/// What lies under a name: what the first class has there. What others have lies apart: most names are in one class alone.
pub(crate) struct Row {
    first: Option<Placed>,
    /// A [`Spot`], and in one bit of it whether the row is past.
    spot: AtomicU32,
    /// Where the others begin.
    from: u32,
}

impl Row {
    fn new<P: IntoIterator<Item = Placed>>(found: Found<P>, others: &mut Vec<Placed>) -> Self {
        let Found { spot, placed } = found;
        let mut placed = placed.into_iter();
        let (mut first, from) = (placed.next(), others.len());
        let mut last = first.as_mut();
        for next in placed {
            if let Some(last) = last {
                last.is_last = false;
            }
            others.push(next);
            last = others.last_mut();
        }
        Self { first, from: u32::try_from(from).unwrap_or(u32::MAX), ..Self::of_place(spot) }
    }

    /// Of a value of the class itself, which is taken.
    #[inline]
    pub(super) fn of_value(value: &mut Value) -> Self {
        // It is asked for its kind where it lies: what has an address is not written at once where it is to stay.
        let kind = Held::kind_of(value);
        let first = Placed { held: Held::Fixed(std::mem::take(value)), kind, is_last: true, owner: 0 };
        Self { first: Some(first), ..Self::of_place(Spot::NONE) }
    }

    /// Of a place of instances, in whose way no class has anything.
    pub(super) const fn of_place(spot: Spot) -> Self {
        Self { first: None, spot: AtomicU32::new(spot.0), from: 0 }
    }

    /// With the place that instances have under this name.
    pub(super) const fn set_place(&mut self, spot: Spot) {
        self.spot = AtomicU32::new(spot.0);
    }

    #[inline]
    fn spot(&self) -> Spot {
        Spot(self.spot.load(Ordering::Relaxed) & !Spot::CHANGED)
    }

    /// The same, unless something else lies under the name by now: whoever sees that sees what it is.
    #[inline]
    fn spot_now(&self) -> Option<Spot> {
        let spot = self.spot.load(Ordering::Acquire);
        (spot & Spot::CHANGED == 0).then_some(Spot(spot))
    }

    fn change(&self) {
        self.spot.fetch_or(Spot::CHANGED, Ordering::Release);
    }

    /// What the first class of the MRO has.
    fn own(&self) -> Option<&Placed> {
        self.first.as_ref().filter(|placed| placed.owner == 0)
    }

    pub(super) fn kind(&self) -> Option<Kind> {
        self.first.as_ref().map(|placed| placed.kind)
    }

    pub(super) fn held(&self) -> Option<&Held> {
        self.first.as_ref().map(|placed| &placed.held)
    }

    pub(super) fn held_mut(&mut self) -> Option<&mut Held> {
        self.first.as_mut().map(|placed| &mut placed.held)
    }

    pub(super) fn into_held(self) -> Option<Held> {
        self.first.map(|placed| placed.held)
    }
}

/// Of what a class has itself, and comes first in its MRO.
impl<H: Into<Held>> From<H> for Row {
    fn from(held: H) -> Self {
        Self { first: Some(Placed::new(held.into(), 0)), ..Self::of_place(Spot::NONE) }
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
