//! Classes that change after they were made: attributes, and bases.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::cell::ValueCell;
use super::inner::{Few, Follower, Own, Shape, changing};
use super::table::{Held, NO_SLOT};
use super::{Class, Group, Kind, Layout, Payload, Placed, Slot, Table, builtins, linearize, payload, special};
use smallvec::SmallVec;

use crate::error::Error;
use crate::symbol::{AttrName, Sym, SymMap};
use crate::value::Value;

impl Class {
    /// Sets an attribute of the class itself.
    pub(super) fn set_plainly<N: AttrName>(&self, name: N, value: Value) {
        let is_plain = Kind::of(&value) == Kind::Plain;
        if let Some(cell) = self.own_cell(name).filter(|_| is_plain) {
            cell.write(value);
            return;
        }
        let name = Sym::new(name.__text());
        let _changing = changing();
        let mut own = self.0.own();
        let old = match own.get(&name) {
            Some(Held::Cell(cell)) if is_plain => {
                let cell = Arc::clone(cell);
                drop(own);
                cell.write(value);
                return;
            }
            // From now on, assignments need not touch the tables.
            Some(Held::Fixed(old)) if is_plain && Kind::of(old) == Kind::Plain => {
                own.insert(name, Held::in_cell(value))
            }
            _ => own.insert(name, Held::Fixed(value)),
        };
        drop(own);
        self.propagate(name);
        drop(old);
    }

    /// The cell that holds an attribute of the class itself, if it is in one.
    fn own_cell<N: AttrName>(&self, name: N) -> Option<&ValueCell> {
        let group = self.table().get(name)?;
        let placed = group.top.as_ref().filter(|placed| placed.owner as usize == self.shape().order.at)?;
        match &placed.held {
            Held::Cell(cell) => Some(cell),
            Held::Fixed(_) => None,
        }
    }

    /// Deletes an attribute of the class itself; false if it has none of this name.
    pub(super) fn remove(&self, name: &str) -> bool {
        let Some(name) = Sym::known(name) else { return false };
        let _changing = changing();
        let old = self.0.own().shift_remove(&name);
        if old.is_some() {
            self.propagate(name);
        }
        old.is_some()
    }

    /// Puts what the classes have under a name now into the tables of the class and of all that derive from it.
    fn propagate(&self, name: Sym) {
        for class in self.with_descendants() {
            let shape = class.shape();
            shape.table.put(name, group(name, class.in_order().take(shape.copied), &shape.layout));
            class.changed(Some(name));
        }
    }

    /// Tells handles, and what is asked at every step.
    fn changed(&self, name: Option<Sym>) {
        let shape = self.shape();
        match name {
            Some(name) => self.0.note(shape.specials_of(name, shape.table.get(name))),
            None => self.0.note(shape.specials()),
        }
        self.0.version.fetch_add(1, Ordering::Release);
    }

    /// The class and all that have it in their MRO and are still there.
    fn with_descendants(&self) -> Vec<Self> {
        let mut found = vec![self.clone()];
        let mut seen = HashSet::from([self.0.id]);
        let mut next = 0;
        while let Some(class) = found.get(next).cloned() {
            let followers: Vec<Self> =
                class.0.followers().values().filter_map(|follower| follower.class.upgrade()).map(Self).collect();
            found.extend(followers.into_iter().filter(|class| seen.insert(class.0.id)));
            next += 1;
        }
        found
    }

    /// All that derive from it, directly or not, and are still there.
    pub(crate) fn descendants(&self) -> Vec<Self> {
        let mut classes = self.with_descendants();
        classes.retain(|class| class != self && class.descends_from(self));
        classes
    }

    /// Knows a class that derives from it.
    pub(super) fn add_subclass(&self, subclass: &Self, is_direct: bool) {
        let class = Arc::downgrade(&subclass.0);
        self.0.followers().entry(subclass.0.id).or_insert(Follower { class, is_direct });
    }

    fn remove_subclass(&self, subclass: &Self) {
        self.0.followers().remove(&subclass.0.id);
    }

    /// Gives the class other bases: Python's assignment to `__bases__`. Subclasses follow; if there is no order for one
    /// of them, nothing changes.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let a = Class::builder("A").attr("x", "a").build()?;
    /// let b = Class::builder("B").attr("x", "b").build()?;
    /// let c = Class::builder("C").base(&a).build()?;
    /// let d = Class::builder("D").base(&c).build()?;
    /// c.set_bases([&b])?;
    /// assert_eq!(d.get("x")?, "b".into());
    /// assert_eq!(format!("{:?}", d.mro()), "[D, C, B, object]");
    /// let error = b.set_bases([&d]).unwrap_err();
    /// assert_eq!(error.to_string(), "a __bases__ item causes an inheritance cycle");
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// A `TypeError` if there are no bases, if one derives from the class, or if there is no consistent order.
    pub fn set_bases<'a>(&self, bases: impl IntoIterator<Item = &'a Self>) -> Result<(), Error> {
        let bases: Few<Self> = bases.into_iter().cloned().collect();
        if bases.is_empty() {
            return Err(Error::type_error(format!(
                "can only assign non-empty tuple to {}.__bases__, not ()",
                self.name()
            )));
        }
        if self.0.is_builtin {
            let name = self.name();
            return Err(Error::type_error(format!("cannot set '__bases__' attribute of immutable type '{name}'")));
        }
        let _changing = changing();
        if bases.iter().any(|base| base.descends_from(self)) {
            return Err(Error::type_error("a __bases__ item causes an inheritance cycle"));
        }
        payload::refuse_other(self, &bases)?;
        // All orders first: if there is none for one of them, nothing has changed.
        let mut orders: HashMap<u64, Few<Self>> = HashMap::new();
        let mut changes = vec![];
        for class in in_order_of_bases(self, self.with_descendants()) {
            let its_bases = if class == *self { bases.clone() } else { class.shape().bases.clone() };
            let mro_of = |base: &Self| orders.get(&base.0.id).cloned().unwrap_or_else(|| base.ancestry());
            let order = order(class.0.id, class.name(), &its_bases, mro_of)?;
            let mro = order.iter().map(|ancestor| ancestor.unwrap_or(&class).clone());
            orders.insert(class.0.id, mro.collect());
            changes.push((class, its_bases, order));
        }
        let old = self.shape().bases.clone();
        for (class, its_bases, order) in changes {
            class.reshape(its_bases, order);
        }
        for base in &old {
            base.remove_subclass(self);
        }
        for base in &bases {
            base.add_subclass(self, true);
        }
        Ok(())
    }

    /// Puts the class in another order than that of C3.
    ///
    /// # Errors
    /// A `TypeError` if the class itself is not in it, or if a class is in it twice.
    pub(super) fn reorder(&self, order: Vec<Self>) -> Result<(), Error> {
        let mut seen = HashSet::new();
        if let Some(twice) = order.iter().find(|class| !seen.insert(class.0.id)) {
            return Err(Error::type_error(format!("duplicate base class {}", twice.name())));
        }
        if !seen.contains(&self.0.id) {
            return Err(Error::type_error(format!("mro() returned an order without '{}' itself", self.name())));
        }
        let _changing = changing();
        self.0.specials.fetch_or(special::REORDERED, Ordering::Relaxed);
        let at = order.iter().position(|class| class == self).unwrap_or_default();
        let ancestors: Few<Self> = order.into_iter().filter(|class| class != self).collect();
        for class in &ancestors {
            class.add_subclass(self, false);
        }
        self.reshape(self.shape().bases.clone(), Order { ancestors, at });
        Ok(())
    }

    /// Gives the class these bases in this order; its places stay where they are.
    fn reshape(&self, bases: Few<Self>, order: Order) {
        let layout = layout(&bases, &self.0.declared, Some(&self.shape().layout));
        let shape = Draft { own: &self.0.own() }.shape(bases, order, layout);
        self.0.shape.push(shape);
        self.changed(None);
    }

    /// The place in the MRO behind the class itself.
    pub(super) fn behind(&self) -> u32 {
        u32::try_from(self.shape().order.at + 1).unwrap_or(u32::MAX)
    }
}

/// Classes, each after those of its bases that are among them.
fn in_order_of_bases(first: &Class, mut classes: Vec<Class>) -> Vec<Class> {
    // Whoever derives from another has the longer way to `object`.
    classes.sort_by_key(|class| if class == first { 0 } else { class.shape().order.ancestors.len() + 1 });
    classes
}

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
            1 if order.at == 0 => Table::new(self.own_groups(&layout)),
            _ => Table::new(self.groups(order.iter().take(copied), &layout)),
        };
        Shape { bases, order, table, copied, built_in, layout }
    }

    /// All that the classes have, by name.
    fn groups<'c>(&self, order: impl Iterator<Item = Option<&'c Class>>, layout: &Layout) -> Vec<(Sym, Group)> {
        let mut names: SymMap<Vec<Placed>> = SymMap::default();
        let mut collect = |owner: u32, own: &Own| {
            for (name, held) in own {
                names.entry(*name).or_default().push(placed(*name, held, owner, layout));
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
        let group =
            |(name, placed): (Sym, Vec<Placed>)| (name, Group::new(places_of(name, placed.first(), layout), placed));
        names.into_iter().map(group).collect()
    }

    /// The same of a class that copies nothing from others: each name is there once.
    fn own_groups(&self, layout: &Layout) -> Vec<(Sym, Group)> {
        let own = self.own.iter().map(|(name, held)| {
            let placed = placed(*name, held, 0, layout);
            (*name, Group::alone(places_of(*name, Some(&placed), layout), placed))
        });
        let without_value = layout.iter().map(|slot| slot.name).filter(|name| !self.own.contains_key(name));
        let mut groups = Vec::with_capacity(self.own.len() + layout.len());
        groups.extend(own);
        groups.extend(without_value.map(|name| (name, Group::new(places_of(name, None, layout), vec![]))));
        groups
    }
}

/// The places of a class: those that it had, those of its bases, the first one's as they are, and its own.
pub(super) fn layout(bases: &[Class], declared: &[Slot], before: Option<&Layout>) -> Arc<Layout> {
    let layouts = layouts(bases);
    match (before, &*layouts) {
        (None, [only]) if declared.is_empty() => Arc::clone(only),
        (None, []) if declared.is_empty() => Layout::none(),
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
pub(super) fn layout_of_fields(bases: &[Class], declared: &[Slot]) -> Arc<Layout> {
    let layouts = layouts(bases);
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
fn group<'a>(name: Sym, order: impl Iterator<Item = &'a Class>, layout: &Layout) -> Group {
    let classes = (0..).zip(order).filter(|(_, class)| !is_object(class));
    let found: Vec<Placed> =
        classes.filter_map(|(owner, class)| Some(placed(name, class.0.own().get(&name)?, owner, layout))).collect();
    Group::new(places_of(name, found.first(), layout), found)
}

fn placed(name: Sym, held: &Held, owner: u32, layout: &Layout) -> Placed {
    let is_member = |value: &Value| matches!(value, Value::Descriptor(d) if d.is_slot_member());
    let kind = match held.fixed() {
        Some(value) if is_member(value) => {
            let place = layout.place(name).and_then(|place| u32::try_from(place).ok());
            Kind::Slot(place.unwrap_or(NO_SLOT))
        }
        Some(value) => Kind::of(value),
        None => Kind::Plain,
    };
    Placed { held: held.clone(), kind, owner }
}

/// The place that is read before anything else: that of a field, unless a data descriptor hides it, and that of a slot,
/// unless anything does. And the place, whatever hides it.
fn places_of(name: Sym, top: Option<&Placed>, layout: &Layout) -> (u32, u32) {
    let place = layout.place(name);
    let is_field = place.and_then(|place| layout.get(place)).is_some_and(|slot| slot.field.is_some());
    let place = place.and_then(|place| u32::try_from(place).ok()).unwrap_or(NO_SLOT);
    let slot = match top.map(|placed| placed.kind) {
        Some(Kind::Slot(place)) => place,
        Some(Kind::Data) => NO_SLOT,
        _ if is_field => place,
        _ => NO_SLOT,
    };
    (slot, place)
}
