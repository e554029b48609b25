//! What an instance holds: values in the places that its class gives to names, and others beside them.

use std::mem::ManuallyDrop;

use indexmap::IndexMap;

use super::{Place, Places};
use crate::class::{Class, Group, NO_SLOT};
use crate::spec::Text;
use crate::symbol::Sym;
use crate::value::{Value, free};

/// The attributes of an instance. It does not know its class, so that a method can borrow the two apart.
#[derive(Clone)]
pub(crate) struct Data {
    // Freed first, as most have nothing here, and nothing is left to be done then when the places have been freed.
    extra: Extra,
    slots: Places,
}

/// What lies in no place, of the few instances that have such.
#[derive(Clone, Default)]
struct Extra(ManuallyDrop<Option<Box<IndexMap<Text, Value>>>>);

impl Data {
    /// No attributes yet, and so many places.
    pub(super) fn new(places: usize) -> Self {
        Self::of(Places::new(places))
    }

    /// These places.
    #[inline]
    pub(crate) const fn of(slots: Places) -> Self {
        Self { slots, extra: Extra(ManuallyDrop::new(None)) }
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
        slot.or_else(|| self.extra.0.as_ref()?.get(name))
    }

    /// Is it sure that nothing is stored under a name of which the class has this?
    #[inline]
    pub(super) fn has_none_of(&self, group: Group<'_>) -> bool {
        group.place() == NO_SLOT && self.extra.0.is_none()
    }

    /// The value stored under a name.
    pub(super) fn get(&self, class: &Class, name: &str) -> Option<&Value> {
        let slot = class.layout().place(name).and_then(|place| self.slots.get(place)?.as_ref());
        slot.or_else(|| self.extra.0.as_ref()?.get(name))
    }

    /// The value stored under a name, to be changed.
    pub(super) fn get_mut(&mut self, class: &Class, name: &str) -> Option<&mut Value> {
        match class.layout().place(name).and_then(|place| self.slots.get_mut(place)?.as_mut()) {
            Some(value) => Some(value),
            None => self.extra.0.as_mut()?.get_mut(name),
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
        slot.or_else(|| self.extra.0.as_mut()?.shift_remove(name))
    }

    /// Writes a place. The old value is freed out of line, when there is anything to free.
    #[inline]
    pub(super) fn put(&mut self, place: usize, value: Value) {
        match self.slots.get_mut(place) {
            Some(slot) if slot.is_plain() => *slot = value.into(),
            _ => self.put_slowly(place, value),
        }
    }

    #[inline(never)]
    fn put_slowly(&mut self, place: usize, value: Value) {
        drop(self.exchange(place, value));
    }

    fn exchange(&mut self, place: usize, value: Value) -> Option<Value> {
        // The class may have got the place after the instance was made.
        self.slots.grow(place + 1);
        self.slots.get_mut(place).and_then(|slot| slot.replace(value))
    }

    pub(super) fn set_extra(&mut self, name: &str, value: Value) -> Option<Value> {
        let extra = self.extra.0.get_or_insert_default();
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

    #[inline]
    pub(super) fn places(&self) -> &[Place] {
        &self.slots
    }

    /// The values of the places, in order.
    pub(super) fn slots(&self) -> impl Iterator<Item = Option<&Value>> {
        self.slots.iter().map(|place| place.as_ref())
    }

    /// What is stored beside the places, in the order of assignment.
    pub(super) fn extras(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.extra.0.iter().flat_map(|extra| extra.iter().map(|(name, value)| (&**name, value)))
    }

    /// Is there such a value?
    #[inline]
    pub(super) fn any(&self, is_such: impl Fn(&Value) -> bool) -> bool {
        self.slots().flatten().any(&is_such) || self.extra.0.as_ref().is_some_and(|extra| extra.values().any(&is_such))
    }

    /// Takes out all values.
    pub(super) fn take(&mut self) -> Vec<Value> {
        let mut values = self.slots.take();
        values.extend(self.extra.0.take().into_iter().flat_map(|extra| extra.into_values()));
        values
    }
}

/// One look tells that there is nothing to be freed.
impl Drop for Extra {
    #[inline]
    fn drop(&mut self) {
        if self.0.is_some() {
            self.discard();
        }
    }
}

impl Extra {
    /// What holds such values is freed without recursion, however long the chain.
    #[inline(never)]
    fn discard(&mut self) {
        if let Some(extra) = self.0.take().filter(|extra| extra.values().any(Value::is_deep)) {
            free(extra.into_values().collect());
        }
    }
}
