//! The places that instances of a class have for the values of fields and slots.

use std::hash::{Hash, Hasher};
use std::sync::{Arc, LazyLock};

use indexmap::Equivalent;

use super::Payload;
use crate::error::Error;
use crate::spec::FieldSpec;
use crate::symbol::{AttrName as _, Sym, SymMap};
use crate::validate::has_type;
use crate::value::Value;

/// A place in an instance.
#[derive(Clone)]
pub(crate) struct Slot {
    pub(crate) name: Sym,
    /// What may stand there; nothing is known of a name in `__slots__`.
    pub(crate) field: Option<Arc<FieldSpec>>,
}

impl Slot {
    /// Is the value of the type of the field?
    #[inline]
    pub(crate) fn check(&self, value: &Value) -> Result<(), Error> {
        self.field.as_deref().map_or(Ok(()), |field| check_type(field, value))
    }
}

/// Is the value of the type of the field?
#[inline]
pub(crate) fn check_type(field: &FieldSpec, value: &Value) -> Result<(), Error> {
    match has_type(field.ty(), value) || field.is_absent_as(value) {
        true => Ok(()),
        false => Err(wrong_type(field, value)),
    }
}

#[cold]
fn wrong_type(field: &FieldSpec, value: &Value) -> Error {
    Error::expected(field.ty(), value.type_name()).at(field.name_text().clone())
}

/// The places by name, in order. A subclass keeps those of its bases and adds its own behind them.
///
/// Before them all is the place of the built-in value that an instance is, if its class derives from `int`, `str` and the
/// like. It has no name, so that nothing but what asks for it gets at it.
#[derive(Clone, Default)]
pub(crate) struct Layout {
    slots: SymMap<Slot>,
    payload: Option<Payload>,
}

impl Layout {
    /// Without places: what most classes share.
    pub(super) fn none() -> Arc<Self> {
        static NONE: LazyLock<Arc<Layout>> = LazyLock::new(Arc::default);
        Arc::clone(&NONE)
    }

    /// With the place of a built-in value alone.
    pub(super) fn of_payload(payload: Option<Payload>) -> Self {
        Self { payload, ..Self::default() }
    }

    /// Of which kind the built-in value is that an instance is.
    #[inline]
    pub(crate) const fn payload(&self) -> Option<Payload> {
        self.payload
    }

    /// The first place that has a name.
    #[inline]
    pub(crate) const fn first(&self) -> usize {
        self.payload.is_some() as usize
    }

    /// How many places there are.
    pub(crate) fn len(&self) -> usize {
        self.first() + self.slots.len()
    }

    #[inline]
    pub(crate) fn get(&self, place: usize) -> Option<&Slot> {
        self.slots.get_index(place.checked_sub(self.first())?).map(|(_, slot)| slot)
    }

    /// The place of a name.
    pub(crate) fn place(&self, name: &str) -> Option<usize> {
        if self.slots.is_empty() {
            return None;
        }
        self.slots.get_index_of(&Name(name)).map(|index| self.first() + index)
    }

    /// The place of a field, which is mostly the one at this position.
    #[inline]
    pub(crate) fn place_of(&self, field: &FieldSpec, position: usize) -> Option<usize> {
        let is_it = |other: &FieldSpec| std::ptr::eq(other.name(), field.name());
        match self.slots.get_index(position) {
            Some((_, slot)) if slot.field.as_deref().is_some_and(is_it) => Some(self.first() + position),
            _ => self.place(field.name()),
        }
    }

    /// What may stand under a name, if it has a place.
    pub(crate) fn of(&self, name: &str) -> Option<&Slot> {
        if self.slots.is_empty() { None } else { self.slots.get(&Name(name)) }
    }

    /// What has a name, in order.
    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = &Slot> {
        self.slots.values()
    }

    /// The fields, in order.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &FieldSpec> {
        self.iter().filter_map(|slot| slot.field.as_deref())
    }

    /// Gives a name a place, behind all others unless it has one.
    pub(crate) fn add(&mut self, slot: Slot) {
        self.slots.insert(slot.name, slot);
    }

    /// Gives all names of another layout a place.
    pub(crate) fn add_all(&mut self, other: &Self) {
        for slot in other.iter() {
            self.slots.entry(slot.name).or_insert_with(|| slot.clone());
        }
    }
}

/// A name that is looked up without being kept.
struct Name<'a>(&'a str);

impl Hash for Name<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.__hash().hash(state);
    }
}

impl Equivalent<Sym> for Name<'_> {
    fn equivalent(&self, name: &Sym) -> bool {
        *self.0 == **name
    }
}
