//! What follows from the bases of a class and what it has itself: its order, its places, its table.

use std::collections::HashMap;
use std::sync::Arc;

use smallvec::SmallVec;

use super::builtins::is_object;
use super::held::Held;
use super::inner::{Few, Shape};
use super::table::{Found, Row, Spot};
use super::{Class, Kind, Layout, Payload, Placed, Slot, Table, linearize};
use crate::error::Error;
use crate::symbol::{NameMap, Sym, SymMap};

/// An MRO without the class that it is of, which must not hold itself.
#[derive(Clone, Default)]
pub(super) struct Order {
    pub(super) ancestors: Few<Class>,
    /// Where the class itself stands.
    pub(super) at: usize,
}

impl Order {
    /// The classes, with `None` for the one that it is of.
    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = Option<&Class>> {
        let (before, behind) = self.ancestors.split_at(self.at.min(self.ancestors.len()));
        before.iter().map(Some).chain([None]).chain(behind.iter().map(Some))
    }

    /// Becomes the MRO of a class with these bases, which may not be there yet. It was of no class.
    pub(super) fn fill(
        &mut self,
        id: u64,
        name: &str,
        bases: &[Class],
        add_mro: impl Fn(&Class, &mut Few<Class>),
    ) -> Result<(), Error> {
        match bases {
            // A single base is followed as it is.
            [base] => add_mro(base, &mut self.ancestors),
            bases => self.ancestors = merged(id, name, bases, add_mro)?,
        }
        Ok(())
    }
}

/// The MRO of a class with several bases.
fn merged(
    id: u64,
    name: &str,
    bases: &[Class],
    add_mro: impl Fn(&Class, &mut Few<Class>),
) -> Result<Few<Class>, Error> {
    let mut known = HashMap::new();
    let mut mros = HashMap::new();
    for base in bases {
        let mut mro = Few::new();
        add_mro(base, &mut mro);
        let ids: Vec<u64> = mro.iter().map(|class| class.0.id).collect();
        mros.insert(base.0.id, ids);
        known.extend(mro.into_iter().map(|class| (class.0.id, class)));
    }
    let ids: Vec<u64> = bases.iter().map(|base| base.0.id).collect();
    let order = linearize(id, &ids, |base| mros.get(&base).map_or(&[][..], Vec::as_slice));
    let shown = |id: &u64| known.get(id).map_or(name, Class::name).to_owned();
    let order = order.map_err(|conflict| conflict.into_error(shown))?;
    Ok(order.iter().filter_map(|id| known.get(id).cloned()).collect())
}

impl Shape {
    /// Becomes that of a class that has this itself. It has bases, order and places, and nothing that follows from them.
    pub(super) fn fill(&mut self, own: NameMap<Row>) {
        let (copied, order, layout) = (self.copied(), &self.order, &self.layout);
        self.built_in = order.iter().nth(copied).flatten().filter(|class| !is_object(class)).cloned();
        match copied {
            1 if order.at == 0 => fill_with_own(&mut self.table, own, layout),
            copied => merge(&mut self.table, own, order.iter().take(copied), layout),
        }
    }

    /// How many classes of the MRO are copied into the table: those before what is asked last.
    #[inline]
    pub(super) fn copied(&self) -> usize {
        match &*self.order.ancestors {
            // Most derive from `object` alone.
            [object] if self.order.at == 0 && is_object(object) => 1,
            ancestors => {
                let last = self.order.iter().rev().take_while(|class| class.is_some_and(is_asked_last));
                ancestors.len() + 1 - last.count()
            }
        }
    }
}

/// Takes in all that the classes have, by name: those of the first one come first.
fn merge<'c>(table: &mut Table, own: NameMap<Row>, order: impl Iterator<Item = Option<&'c Class>>, layout: &Layout) {
    let mut names: SymMap<SmallVec<[Placed; 2]>> = SymMap::default();
    let mut collect = |owner: u32, name: Sym, held: Held| names.entry(name).or_default().push(Placed::new(held, owner));
    let mut own = Some(own);
    for (owner, class) in (0..).zip(order) {
        match class {
            Some(class) if is_object(class) => {}
            Some(class) => class.each_own(|name, held| collect(owner, name, held.clone())),
            None => {
                let own = own.take().into_iter().flat_map(NameMap::into_entries);
                own.filter_map(|(name, row)| Some((name, row.into_held()?)))
                    .for_each(|(name, held)| collect(owner, name, held));
            }
        }
    }
    for slot in layout.iter() {
        names.entry(slot.name()).or_default();
    }
    let repeated = names.values().map(|placed| placed.len().saturating_sub(1)).sum();
    let mut unfinished = Table::with_capacity(names.len(), repeated);
    for (name, placed) in names {
        unfinished.push(name, found(name, placed, layout));
    }
    unfinished.finish(table);
}

/// The same of a class that copies nothing from others: each name is there once.
fn fill_with_own(table: &mut Table, own: NameMap<Row>, layout: &Layout) {
    if own.len() == 0 && layout.len() == 0 {
        return;
    }
    // Most of what a class has itself has no place.
    let places = layout.iter().fold(0, |bits, slot| bits | slot.name().bit());
    let mut rows = own.into_entries();
    let mut taken: Option<Box<[bool]>> = None;
    for (name, row) in rows.iter_mut().filter(|(name, _)| places & name.bit() != 0) {
        let Some(place) = layout.place(*name) else { continue };
        row.set_place(spot(place, row.kind(), layout));
        let taken = taken.get_or_insert_with(|| vec![false; layout.len()].into());
        if let Some(is_taken) = taken.get_mut(place) {
            *is_taken = true;
        }
    }
    let is_taken = |place: usize| taken.as_ref().and_then(|taken| taken.get(place)) == Some(&true);
    for (place, slot) in (layout.first()..).zip(layout.iter()) {
        if !is_taken(place) {
            rows.push((slot.name(), Row::of_place(Spot::new(place, slot.is_field()))));
        }
    }
    table.fill(rows);
}

/// The places of a class: those that it had, those of its bases, the first one's as they are, and its own.
pub(super) fn layout(bases: &[Class], declared: Option<&Arc<Layout>>, before: Option<&Layout>) -> Arc<Layout> {
    let layouts = layouts(bases);
    match (before, &*layouts, declared) {
        (None, [only], None) => Arc::clone(only),
        (None, [], None) => Layout::none(),
        (None, [], Some(declared)) => Arc::clone(declared),
        _ => {
            let others =
                before.into_iter().chain(layouts.iter().map(|layout| &***layout)).map(|layout| (layout, false));
            let payload = before.map_or_else(|| payload_of(bases), Layout::payload);
            Layout::of(payload, others.chain(declared.map(|layout| (&**layout, true)))).into()
        }
    }
}

/// The places of a class that names all its fields: those come first, in their order, and then what else its bases have.
pub(super) fn layout_of_fields(bases: &[Class], declared: Option<&Arc<Layout>>) -> Arc<Layout> {
    let layouts = layouts(bases);
    let (payload, others) = (payload_of(bases), layouts.iter().flat_map(|layout| layout.iter()));
    match declared {
        Some(declared) if payload.is_none() && others.map(Slot::name).all(|name| declared.place(name).is_some()) => {
            Arc::clone(declared)
        }
        None if layouts.is_empty() => Layout::none(),
        // A named tuple has no place but that of the tuple.
        None if layouts.len() == 1 => layouts.first().map_or_else(Layout::none, |only| Arc::clone(only)),
        _ => {
            let declared = declared.map(|layout| (&**layout, true));
            Layout::of(payload, declared.into_iter().chain(layouts.iter().map(|layout| (&***layout, false)))).into()
        }
    }
}

/// Those of bases that have places.
fn layouts(bases: &[Class]) -> SmallVec<[&Arc<Layout>; 4]> {
    bases.iter().map(|base| &base.shape().layout).filter(|layout| layout.len() > 0).collect()
}

/// Of which kind the built-in value is that an instance of a class with these bases is.
pub(super) fn payload_of(bases: &[Class]) -> Option<Payload> {
    bases.iter().find_map(|base| base.layout().payload())
}

/// So is what `int`, `str` and the like have, unless another class comes behind them.
fn is_asked_last(class: &Class) -> bool {
    is_object(class) || class.0.is_builtin && class.layout().payload().is_some()
}

/// What the classes of an MRO have under one name.
pub(super) fn group<'a>(name: Sym, order: impl Iterator<Item = &'a Class>, layout: &Layout) -> Found {
    let classes = (0..).zip(order).filter(|(_, class)| !is_object(class));
    let all = classes.filter_map(|(owner, class)| Some(Placed::new(class.own_held(name)?, owner)));
    found(name, all.collect::<Box<[Placed]>>(), layout)
}

/// What was found under a name, with its place.
fn found<P>(name: Sym, placed: P, layout: &Layout) -> Found<P>
where
    for<'a> &'a P: IntoIterator<Item = &'a Placed>,
{
    let first = (&placed).into_iter().next().map(|placed| placed.kind);
    let spot = layout.place(name).map_or(Spot::NONE, |place| spot(place, first, layout));
    Found { spot, placed }
}

/// The place of a name under which the first class has what is of this kind. It is read before anything else if it is that of
/// a field, unless a data descriptor hides it, and if it is that of a slot, unless anything does.
fn spot(place: usize, first: Option<Kind>, layout: &Layout) -> Spot {
    let is_first = match first {
        Some(Kind::Slot) => true,
        Some(Kind::Data) => false,
        _ => layout.get(place).is_some_and(Slot::is_field),
    };
    Spot::new(place, is_first)
}
