//! The places that instances of a class have for the values of fields and slots.

use std::ops::Deref;
use std::sync::{Arc, LazyLock};

use super::Payload;
use super::index::Index;
use crate::error::Error;
use crate::spec::{FieldSpec, List, TypeSpec};
use crate::symbol::{AttrName, Sym, SymMap};
use crate::validate::has_type;
use crate::value::Value;

/// A place in an instance.
#[derive(Clone)]
pub(crate) struct Slot {
    pub(crate) name: Sym,
    /// What may stand there; nothing is known of a name in `__slots__`.
    pub(crate) field: Option<FieldOf>,
}

/// A field in a list that is shared with descriptions.
#[derive(Clone)]
pub(crate) struct FieldOf {
    list: Arc<[FieldSpec]>,
    at: u32,
    takes: Takes,
}

/// What a field takes, as far as a look at the value tells: most are checked so, without a look at the field.
#[derive(Clone, Copy)]
enum Takes {
    Any,
    Int,
    Float,
    Str,
    /// That cannot be told so.
    Other,
}

impl Takes {
    fn of(field: &FieldSpec) -> Self {
        match field.ty() {
            TypeSpec::Any => Self::Any,
            TypeSpec::Float => Self::Float,
            TypeSpec::Str => Self::Str,
            // An integer in a value that is not kept out of line is of 64 bits.
            TypeSpec::Int { min, max } if *min <= i64::MIN.into() && *max >= i64::MAX.into() => Self::Int,
            _ => Self::Other,
        }
    }
}

impl Slot {
    /// The places of these fields, in their order, by their names.
    pub(super) fn of_fields(
        fields: &List<FieldSpec>,
        names: impl ExactSizeIterator<Item = Sym>,
    ) -> impl ExactSizeIterator<Item = Self> {
        let list: Arc<[FieldSpec]> = match fields {
            List::Static(fields) => (*fields).into(),
            List::Shared(fields) => Arc::clone(fields),
        };
        names.enumerate().map(move |(at, name)| Self { name, field: FieldOf::new(&list, at) })
    }

    /// Is the value of the type of the field?
    #[inline]
    pub(crate) fn check(&self, value: &Value) -> Result<(), Error> {
        self.field.as_ref().map_or(Ok(()), |field| field.check(value))
    }
}

impl FieldOf {
    /// The field at this place of a list.
    pub(crate) fn new(list: &Arc<[FieldSpec]>, at: usize) -> Option<Self> {
        let takes = Takes::of(list.get(at)?);
        Some(Self { list: Arc::clone(list), at: u32::try_from(at).ok()?, takes })
    }

    /// Is the value of the type of the field?
    #[inline]
    fn check(&self, value: &Value) -> Result<(), Error> {
        match (self.takes, value) {
            (Takes::Any, _)
            | (Takes::Int, Value::Int(_))
            | (Takes::Float, Value::Float(_))
            | (Takes::Str, Value::Str(_)) => Ok(()),
            _ => check_type(self, value),
        }
    }
}

/// A field in a list of its own.
impl From<FieldSpec> for FieldOf {
    fn from(field: FieldSpec) -> Self {
        let takes = Takes::of(&field);
        Self { list: [field].into(), at: 0, takes }
    }
}

impl Deref for FieldOf {
    type Target = FieldSpec;

    #[inline]
    #[allow(clippy::indexing_slicing, reason = "`new` has seen that it is there")]
    fn deref(&self) -> &FieldSpec {
        &self.list[self.at as usize]
    }
}

/// Is the value of the type of the field?
pub(crate) fn check_type(field: &FieldSpec, value: &Value) -> Result<(), Error> {
    match has_type(field.ty(), value) {
        true => Ok(()),
        false => check_absent(field, value),
    }
}

/// What is of another type may say that no value was given.
#[cold]
fn check_absent(field: &FieldSpec, value: &Value) -> Result<(), Error> {
    match field.is_absent_as(value) {
        true => Ok(()),
        false => Err(Error::expected(field.ty(), value.type_name()).at(field.name_text().clone())),
    }
}

/// So many places are looked through for a name; more are looked up.
const FEW: usize = 8;

/// The places by name, in order. A subclass keeps those of its bases and adds its own behind them.
///
/// Before them all is the place of the built-in value that an instance is, if its class derives from `int`, `str` and the
/// like. It has no name, so that nothing but what asks for it gets at it.
#[derive(Default)]
pub(crate) struct Layout {
    slots: Arc<[Slot]>,
    /// Where a name is, if they are many.
    index: Option<Index>,
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

    /// With these places alone.
    pub(super) fn alone(slots: &Arc<[Slot]>) -> Self {
        let is_new = |(at, slot): (usize, &Slot)| slots.iter().take(at).all(|other| other.name != slot.name);
        match slots.len() <= FEW && slots.iter().enumerate().all(is_new) {
            true => Self { slots: Arc::clone(slots), index: None, payload: None },
            false => Self::of(None, slots.len(), slots.iter().map(|slot| (slot, true))),
        }
    }

    /// With so many of these places at most, each name once: it stays where it came first, and is what came last, if that
    /// takes the place over.
    pub(super) fn of<'a>(
        payload: Option<Payload>,
        count: usize,
        slots: impl Iterator<Item = (&'a Slot, bool)>,
    ) -> Self {
        let mut found: Vec<Slot> = Vec::with_capacity(count);
        let mut known: Option<SymMap<usize>> = (count > FEW).then(SymMap::default);
        for (slot, takes_over) in slots {
            let place = match &mut known {
                None => found.iter().position(|other| other.name == slot.name),
                Some(known) => Some(*known.entry(slot.name).or_insert(found.len())),
            };
            match place.and_then(|place| found.get_mut(place)) {
                Some(place) if takes_over => *place = slot.clone(),
                Some(_) => {}
                None => found.push(slot.clone()),
            }
        }
        let index = (found.len() > FEW).then(|| Index::new(found.iter().map(|slot| slot.name)));
        Self { slots: found.into(), index, payload }
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
        self.slots.get(place.checked_sub(self.first())?)
    }

    fn position<N: AttrName>(&self, name: N) -> Option<usize> {
        match &self.index {
            None if self.slots.is_empty() => None,
            None => {
                let hash = name.__hash();
                self.slots.iter().position(|slot| name.__is(slot.name, hash))
            }
            Some(index) => index.find(name, |at| self.slots.get(at).map(|slot| slot.name)),
        }
    }

    /// The place of a name.
    pub(crate) fn place<N: AttrName>(&self, name: N) -> Option<usize> {
        self.position(name).map(|position| self.first() + position)
    }

    /// The place of a field, which is mostly the one at this position.
    #[inline]
    pub(crate) fn place_of(&self, field: &FieldSpec, position: usize) -> Option<usize> {
        let is_it = |other: &FieldSpec| std::ptr::eq(other.name(), field.name());
        match self.slots.get(position) {
            Some(slot) if slot.field.as_deref().is_some_and(is_it) => Some(self.first() + position),
            _ => self.place(field.name()),
        }
    }

    /// What may stand under a name, if it has a place.
    pub(crate) fn find<N: AttrName>(&self, name: N) -> Option<&Slot> {
        self.slots.get(self.position(name)?)
    }

    /// What has a name, in order.
    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = &Slot> {
        self.slots.iter()
    }

    /// The fields, in order.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &FieldSpec> {
        self.iter().filter_map(|slot| slot.field.as_deref())
    }

    /// The fields in a list, which is that of the slots if there is one that has them all.
    pub(crate) fn list(&self) -> List<FieldSpec> {
        let count = self.fields().count();
        let mut fields = self.slots.iter().filter_map(|slot| slot.field.as_ref());
        if let Some(first) = fields.next()
            && (first.at, first.list.len()) == (0, count)
            && (1..).zip(fields).all(|(at, field)| field.at == at && Arc::ptr_eq(&first.list, &field.list))
        {
            return Arc::clone(&first.list).into();
        }
        self.fields().cloned().collect()
    }
}
