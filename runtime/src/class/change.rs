//! Classes that change after they were made: attributes, and bases.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Weak};

use super::cell::ValueCell;
use super::held::Held;
use super::inner::{Few, Shape, changing};
use super::shape::{Order, group, layout};
use super::{Class, Kind, payload, special};
use crate::error::Error;
use crate::factory::dataclass::FieldTable;
use crate::symbol::{AttrName, INIT, Sym};
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
        let mut own = self.0.own_mut();
        let old = match own.get(name) {
            Some(Held::Cell(cell)) if is_plain => {
                let cell = Arc::clone(cell);
                drop(own);
                cell.write(value);
                return;
            }
            // From now on, assignments need not touch the tables.
            Some(old) if is_plain && old.kind() == Kind::Plain => own.insert(name, Held::in_cell(value)),
            _ => own.insert(name, Held::Fixed(value)),
        };
        drop(own);
        self.propagate(name);
        drop(old);
    }

    /// The cell that holds an attribute of the class itself, if it is in one.
    fn own_cell<N: AttrName>(&self, name: N) -> Option<&ValueCell> {
        let group = self.table().get(name)?;
        let placed = group.top().filter(|placed| placed.owner as usize == self.shape().order.at)?;
        match &placed.held {
            Held::Cell(cell) => Some(cell),
            _ => None,
        }
    }

    /// Deletes an attribute of the class itself; false if it has none of this name.
    pub(super) fn remove(&self, name: &str) -> bool {
        let Some(name) = Sym::known(name) else { return false };
        let _changing = changing();
        let old = self.0.own_mut().shift_remove(name);
        if old.is_some() {
            self.propagate(name);
        }
        old.is_some()
    }

    /// Puts what the classes have under a name now into the tables of the class and of all that derive from it.
    fn propagate(&self, name: Sym) {
        for class in self.with_descendants() {
            let shape = class.shape();
            shape.table.put(name, group(name, class.in_order().take(shape.copied()), &shape.layout));
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
            let followers: Vec<Self> = class.0.followers().iter().filter_map(Weak::upgrade).map(Self).collect();
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
    pub(super) fn add_subclass(&self, subclass: &Self) {
        self.0.followers().insert(subclass.0.id, Arc::downgrade(&subclass.0));
    }

    fn remove_subclass(&self, subclass: &Self) {
        self.0.followers().remove(subclass.0.id);
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
            let add_mro = |base: &Self, mro: &mut Few<Self>| match orders.get(&base.0.id) {
                Some(order) => mro.extend(order.iter().cloned()),
                None => base.add_mro_to(mro),
            };
            let mut order = Order::default();
            order.fill(class.0.id, class.name(), &its_bases, add_mro)?;
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
            base.add_subclass(self);
        }
        Ok(())
    }

    /// What assigning to `__bases__` does.
    pub(super) fn set_bases_to(&self, value: &Value) -> Result<(), Error> {
        let class = self.name();
        let Value::Tuple(bases) = value else {
            let given = value.type_name();
            return Err(Error::type_error(format!("can only assign tuple to {class}.__bases__, not {given}")));
        };
        let class_of = |base: &'_ Value| match base {
            Value::Class(base) => Ok(base.clone()),
            other => {
                let given = other.type_name();
                Err(Error::type_error(format!("{class}.__bases__ must be tuple of classes, not '{given}'")))
            }
        };
        self.set_bases(&bases.iter().map(class_of).collect::<Result<Few<Self>, _>>()?)
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
            class.add_subclass(self);
        }
        self.reshape(self.shape().bases.clone(), Order { ancestors, at });
        Ok(())
    }

    /// Gives the class these bases in this order; its places stay where they are.
    fn reshape(&self, bases: Few<Self>, order: Order) {
        let has_init = || matches!(self.own_value(*INIT), Some(Value::Function(init)) if init.as_init().is_some());
        if FieldTable::of_itself(self).is_some() || has_init() {
            // What the fields are that its constructor takes is said by the bases that it was made with.
            self.shared_spec();
        }
        let layout = layout(&bases, self.0.declared.as_ref(), Some(&self.shape().layout));
        let own = self.0.own_mut().iter().map(|(name, held)| (name, held.clone().into())).collect();
        let mut shape = Shape { bases, order, layout, ..Shape::default() };
        shape.fill(own);
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
