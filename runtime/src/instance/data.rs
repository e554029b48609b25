//! What an instance holds: values in the places that its class gives to names, and others beside them.

use std::mem::ManuallyDrop;
use std::ops::{Deref, DerefMut};

use indexmap::IndexMap;

use crate::class::{Class, Group, NO_SLOT};
use crate::spec::Text;
use crate::symbol::Sym;
use crate::value::{Value, free};

/// The attributes of an instance. It does not know its class, so that a method can borrow the two apart.
#[derive(Clone)]
pub(crate) struct Data {
    slots: Box<[Place]>,
    extra: Option<Box<IndexMap<Text, Value>>>,
}

/// What lies in a place.
///
/// Of most values nothing is to be freed, which is seen here: to ask each of them, when an instance is, would cost as much
/// as to free the places.
#[derive(Clone)]
pub(crate) struct Place(ManuallyDrop<Option<Value>>);

impl Place {
    #[inline]
    pub(crate) const fn new(value: Option<Value>) -> Self {
        Self(ManuallyDrop::new(value))
    }

    #[inline]
    fn is_plain(&self) -> bool {
        self.as_ref().is_none_or(Value::is_plain)
    }
}

impl Deref for Place {
    type Target = Option<Value>;

    #[inline]
    fn deref(&self) -> &Option<Value> {
        &self.0
    }
}

impl DerefMut for Place {
    #[inline]
    fn deref_mut(&mut self) -> &mut Option<Value> {
        &mut self.0
    }
}

impl Drop for Place {
    #[inline]
    fn drop(&mut self) {
        if !self.is_plain() {
            drop(self.take());
        }
    }
}

/// With a value in it.
impl From<Value> for Place {
    #[inline]
    fn from(value: Value) -> Self {
        Self::new(Some(value))
    }
}

impl Data {
    /// No attributes yet, and so many places.
    pub(super) fn new(places: usize) -> Self {
        Self::of(Self::places(places))
    }

    /// So many places with nothing in them.
    pub(crate) fn places(count: usize) -> Box<[Place]> {
        std::iter::repeat_with(|| Place::new(None)).take(count).collect()
    }

    /// These places.
    #[inline]
    pub(crate) const fn of(slots: Box<[Place]>) -> Self {
        Self { slots, extra: None }
    }

    /// These values in the first of so many places.
    #[cfg(feature = "serde")]
    #[inline]
    pub(super) fn of_values(values: Box<[Place]>, places: usize) -> Self {
        if values.len() == places {
            return Self::of(values);
        }
        let mut values = values.into_vec();
        values.resize_with(places, || Place::new(None));
        Self::of(values.into())
    }

    /// The value in the place that the class gives to a name.
    #[inline]
    pub(super) fn slot(&self, group: Group<'_>) -> Option<&Value> {
        self.slots.get(group.slot() as usize)?.as_ref()
    }

    /// The value stored under a name, of which the class has this.
    #[inline]
    pub(super) fn get_of(&self, group: Option<Group<'_>>, name: &str) -> Option<&Value> {
        let slot = group.and_then(|group| self.slots.get(group.place() as usize)?.as_ref());
        slot.or_else(|| self.extra.as_ref()?.get(name))
    }

    /// Is it sure that nothing is stored under a name of which the class has this?
    #[inline]
    pub(super) fn has_none_of(&self, group: Group<'_>) -> bool {
        group.place() == NO_SLOT && self.extra.is_none()
    }

    /// The value stored under a name.
    pub(super) fn get(&self, class: &Class, name: &str) -> Option<&Value> {
        let slot = class.layout().place(name).and_then(|place| self.slots.get(place)?.as_ref());
        slot.or_else(|| self.extra.as_ref()?.get(name))
    }

    /// The value stored under a name, to be changed.
    pub(super) fn get_mut(&mut self, class: &Class, name: &str) -> Option<&mut Value> {
        match class.layout().place(name).and_then(|place| self.slots.get_mut(place)?.as_mut()) {
            Some(value) => Some(value),
            None => self.extra.as_mut()?.get_mut(name),
        }
    }

    /// Stores a value under a name, and gives the one that was there.
    pub(super) fn set(&mut self, class: &Class, name: &str, value: Value) -> Option<Value> {
        match class.layout().place(name) {
            Some(place) => self.exchange(place, value),
            None => self.set_extra(name, value),
        }
    }

    /// Takes out the value stored under a name.
    pub(super) fn remove(&mut self, class: &Class, name: &str) -> Option<Value> {
        let slot = class.layout().place(name).and_then(|place| self.slots.get_mut(place)?.take());
        slot.or_else(|| self.extra.as_mut()?.shift_remove(name))
    }

    /// Writes a place. The old value is freed out of line, when there is anything to free.
    #[inline]
    pub(super) fn put(&mut self, place: usize, value: Value) {
        match self.slots.get_mut(place) {
            Some(slot) if slot.is_plain() => *slot = Place::new(Some(value)),
            _ => self.put_slowly(place, value),
        }
    }

    #[inline(never)]
    fn put_slowly(&mut self, place: usize, value: Value) {
        drop(self.exchange(place, value));
    }

    fn exchange(&mut self, place: usize, value: Value) -> Option<Value> {
        // The class may have got the place after the instance was made.
        if place >= self.slots.len() {
            let mut slots = std::mem::take(&mut self.slots).into_vec();
            slots.resize(place + 1, Place::new(None));
            self.slots = slots.into();
        }
        self.slots.get_mut(place).and_then(|slot| slot.0.replace(value))
    }

    pub(super) fn set_extra(&mut self, name: &str, value: Value) -> Option<Value> {
        let extra = self.extra.get_or_insert_default();
        match extra.get_mut(name) {
            Some(old) => Some(std::mem::replace(old, value)),
            None => {
                let name = Sym::known(name).map_or_else(|| name.to_owned().into(), |name| Text::new(name.as_str()));
                extra.insert(name, value)
            }
        }
    }

    /// The value in a place, to be changed.
    pub(super) fn slot_mut(&mut self, place: usize) -> Option<&mut Value> {
        self.slots.get_mut(place)?.as_mut()
    }

    /// The value in a place.
    #[inline]
    pub(super) fn at(&self, place: usize) -> Option<&Value> {
        self.slots.get(place)?.as_ref()
    }

    /// The values of the places, in order.
    pub(super) fn slots(&self) -> impl Iterator<Item = Option<&Value>> {
        self.slots.iter().map(|place| place.as_ref())
    }

    /// What is stored beside the places, in the order of assignment.
    pub(super) fn extras(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.extra.iter().flat_map(|extra| extra.iter().map(|(name, value)| (&**name, value)))
    }

    /// Is there such a value?
    #[inline]
    pub(super) fn any(&self, is_such: impl Fn(&Value) -> bool) -> bool {
        self.slots().flatten().any(&is_such) || self.extra.as_ref().is_some_and(|extra| extra.values().any(&is_such))
    }

    /// Takes out all values.
    pub(super) fn take(&mut self) -> Vec<Value> {
        let slots = std::mem::take(&mut self.slots).into_iter().filter_map(|mut place| place.take());
        let extra = self.extra.take().into_iter().flat_map(|extra| extra.into_values());
        slots.chain(extra).collect()
    }
}

/// Instances that hold instances are freed without recursion, however long the chain.
impl Drop for Data {
    fn drop(&mut self) {
        let may_nest = self.extra.is_some() || self.slots().flatten().any(Value::may_nest);
        if may_nest && self.any(Value::is_deep) {
            free(self.take());
        }
    }
}
