//! What follows from the bases of a class and what it has itself: its order, its places, its table.

use std::collections::HashMap;
use std::sync::Arc;

use smallvec::SmallVec;

use super::inner::{Few, Own, Shape};
use super::table::{Found, Held, NO_SLOT};
use super::{Class, Kind, Layout, Payload, Placed, Slot, Table, builtins, linearize};
use crate::error::Error;
use crate::symbol::{Sym, SymMap};
use crate::value::Value;

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
}

/// The MRO of a class with these bases, which may not be there yet.
pub(super) fn order(
    id: u64,
    name: &str,
    bases: &[Class],
    mro_of: impl Fn(&Class) -> Few<Class>,
) -> Result<Order, Error> {
    // A single base is followed as it is.
    if let [base] = bases {
        return Ok(Order { ancestors: mro_of(base), at: 0 });
    }
    let mut known = HashMap::new();
    let mut mros = HashMap::new();
    for base in bases {
        let mro = mro_of(base);
        let ids: Vec<u64> = mro.iter().map(|class| class.0.id).collect();
        mros.insert(base.0.id, ids);
        known.extend(mro.into_iter().map(|class| (class.0.id, class)));
    }
    let ids: Vec<u64> = bases.iter().map(|base| base.0.id).collect();
    let order = linearize(id, &ids, |base| mros.get(&base).map_or(&[][..], Vec::as_slice));
    let shown = |id: &u64| known.get(id).map_or(name, Class::name).to_owned();
    let order = order.map_err(|conflict| conflict.into_error(shown))?;
    Ok(Order { ancestors: order.iter().filter_map(|id| known.get(id).cloned()).collect(), at: 0 })
}

/// A class as far as its shape follows from it.
pub(super) struct Draft<'a> {
    pub(super) own: &'a Own,
}

impl Draft<'_> {
    /// The shape with these bases in this order.
    pub(super) fn shape(&self, bases: Few<Class>, order: Order, layout: Arc<Layout>) -> Shape {
        let last = order.iter().rev().take_while(|class| class.is_some_and(is_asked_last)).count();
        let copied = order.ancestors.len() + 1 - last;
        let built_in = order.iter().nth(copied).flatten().filter(|class| !is_object(class)).cloned();
        let table = match copied {
            1 if order.at == 0 => Table::new((self.own.len() + layout.len(), self.own.len()), self.own_groups(&layout)),
            _ => self.merged(order.iter().take(copied), &layout),
        };
        Shape { bases, order, table, copied, built_in, layout }
    }

    /// All that the classes have, by name.
    fn merged<'c>(&self, order: impl Iterator<Item = Option<&'c Class>>, layout: &Layout) -> Table {
        let mut names: SymMap<SmallVec<[Placed; 2]>> = SymMap::default();
        let mut count = 0;
        let mut collect = |owner: u32, own: &Own| {
            count += own.len();
            for (name, held) in own.iter() {
                names.entry(name).or_default().push(placed(held, owner));
            }
        };
        for (owner, class) in (0..).zip(order) {
            match class {
                Some(class) if is_object(class) => {}
                Some(class) => collect(owner, &class.0.own()),
                None => collect(owner, self.own),
            }
        }
        for slot in layout.iter() {
            names.entry(slot.name).or_default();
        }
        let length = (names.len(), count);
        Table::new(length, names.into_iter().map(|(name, placed)| (name, found(name, placed, layout))))
    }

    /// The same of a class that copies nothing from others: each name is there once.
    fn own_groups(&self, layout: &Layout) -> impl Iterator<Item = (Sym, Found<Option<Placed>>)> {
        let own = self.own.iter().map(|(name, held)| (name, found(name, Some(placed(held, 0)), layout)));
        let without_value = layout.iter().map(|slot| slot.name).filter(|name| !self.own.contains_key(*name));
        own.chain(without_value.map(|name| (name, found(name, None, layout))))
    }
}

/// The places of a class: those that it had, those of its bases, the first one's as they are, and its own.
pub(super) fn layout(bases: &[Class], declared: &Arc<[Slot]>, before: Option<&Layout>) -> Arc<Layout> {
    let layouts = layouts(bases);
    match (before, &*layouts) {
        (None, [only]) if declared.is_empty() => Arc::clone(only),
        (None, []) if declared.is_empty() => Layout::none(),
        (None, []) => Layout::alone(declared).into(),
        _ => {
            let others = || before.into_iter().chain(layouts.iter().map(|layout| &***layout));
            let count = others().map(Layout::len).sum::<usize>() + declared.len();
            let kept = others().flat_map(Layout::iter).map(|slot| (slot, false));
            let payload = before.map_or_else(|| payload_of(bases), Layout::payload);
            Layout::of(payload, count, kept.chain(declared.iter().map(|slot| (slot, true)))).into()
        }
    }
}

/// The places of a class that names all its fields: those come first, in their order, and then what else its bases have.
pub(super) fn layout_of_fields(bases: &[Class], declared: &Arc<[Slot]>) -> Arc<Layout> {
    let layouts = layouts(bases);
    if layouts.is_empty() {
        return Layout::alone(declared).into();
    }
    let count = layouts.iter().map(|layout| layout.len()).sum::<usize>() + declared.len();
    let others = layouts.iter().flat_map(|layout| layout.iter()).map(|slot| (slot, false));
    Layout::of(payload_of(bases), count, declared.iter().map(|slot| (slot, true)).chain(others)).into()
}

/// Those of bases that have places.
fn layouts(bases: &[Class]) -> SmallVec<[&Arc<Layout>; 4]> {
    bases.iter().map(|base| &base.shape().layout).filter(|layout| layout.len() > 0).collect()
}

/// Of which kind the built-in value is that an instance of a class with these bases is.
pub(super) fn payload_of(bases: &[Class]) -> Option<Payload> {
    bases.iter().find_map(|base| base.layout().payload())
}

/// What `object` has is asked for when nothing else is found, so that no table has to repeat it.
fn is_object(class: &Class) -> bool {
    builtins::object_if_made() == Some(class)
}

/// So is what `int`, `str` and the like have, unless another class comes behind them.
fn is_asked_last(class: &Class) -> bool {
    is_object(class) || class.0.is_builtin && class.layout().payload().is_some()
}

/// What the classes of an MRO have under one name.
pub(super) fn group<'a>(name: Sym, order: impl Iterator<Item = &'a Class>, layout: &Layout) -> Found {
    let classes = (0..).zip(order).filter(|(_, class)| !is_object(class));
    let all = classes.filter_map(|(owner, class)| Some(placed(class.0.own().get(name)?, owner)));
    found(name, all.collect::<Box<[Placed]>>(), layout)
}

fn placed(held: &Held, owner: u32) -> Placed {
    let is_member = |value: &Value| matches!(value, Value::Descriptor(d) if d.is_slot_member());
    let kind = match held.fixed() {
        Some(value) if is_member(value) => Kind::Slot,
        Some(value) => Kind::of(value),
        None => Kind::Plain,
    };
    Placed { held: held.clone(), kind, owner }
}

/// What was found under a name, with its places: the one that is read before anything else, which is that of a field,
/// unless a data descriptor hides it, and that of a slot, unless anything does; and the one that there is, whatever hides
/// it.
fn found<P>(name: Sym, placed: P, layout: &Layout) -> Found<P>
where
    for<'a> &'a P: IntoIterator<Item = &'a Placed>,
{
    let place = layout.place(name);
    let is_field = || place.and_then(|place| layout.get(place)).is_some_and(|slot| slot.field.is_some());
    let is_first = match (&placed).into_iter().next().map(|placed| placed.kind) {
        Some(Kind::Slot) => true,
        Some(Kind::Data) => false,
        _ => is_field(),
    };
    let place = place.and_then(|place| u32::try_from(place).ok()).unwrap_or(NO_SLOT);
    Found { slot: if is_first { place } else { NO_SLOT }, place, placed }
}
