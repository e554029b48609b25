//! The places that instances of a class have for the values of fields and slots.

use std::sync::{Arc, LazyLock, OnceLock};

use super::Payload;
use super::index::Index;
use super::pipeline::described;
use crate::descriptor::Attribute;
use crate::error::Error;
use crate::spec::{FieldSpec, List, Ref, Text};
use crate::symbol::{AttrName, Sym, SymMap, are_different};
use crate::validate::{Takes, has_type};
use crate::value::Value;

/// A place in an instance.
#[derive(Clone, Copy)]
struct Place {
    name: Sym,
    takes: Takes,
    /// Which field stands there; nothing is known of a name in `__slots__`.
    field: u32,
}

/// No field.
const NO_FIELD: u32 = u32::MAX;

/// A place with what is known of it.
#[derive(Clone, Copy)]
pub(crate) struct Slot<'a> {
    place: &'a Place,
    layout: &'a Layout,
}

impl Place {
    const fn bare(name: Sym) -> Self {
        Self { name, takes: Takes::Any, field: NO_FIELD }
    }

    /// Of the field that stands there in a list.
    fn of(name: Sym, takes: Takes, at: usize) -> Self {
        Self { name, takes, field: u32::try_from(at).unwrap_or(NO_FIELD) }
    }

    const fn is_field(&self) -> bool {
        self.field != NO_FIELD
    }
}

impl<'a> Slot<'a> {
    pub(crate) const fn name(self) -> Sym {
        self.place.name
    }

    /// What may stand there; nothing is known of a name in `__slots__`.
    #[inline]
    pub(crate) fn field(self) -> Option<&'a FieldSpec> {
        if self.is_field() { self.layout.fields().get(self.place.field as usize) } else { None }
    }

    /// Is it the place of a field, and of no name in `__slots__`?
    #[inline]
    pub(crate) const fn is_field(self) -> bool {
        self.place.is_field()
    }

    /// What is sure to be of the type of the field.
    pub(super) const fn taken(self) -> Takes {
        self.place.takes
    }

    /// Is it sure that the value is of the type of the field?
    #[inline]
    pub(crate) const fn takes(self, value: &Value) -> bool {
        self.place.takes.has(value)
    }

    /// Is the value of the type of the field?
    #[inline]
    pub(crate) fn check(self, value: &Value) -> Result<(), Error> {
        match self.takes(value) {
            true => Ok(()),
            false => self.field().map_or(Ok(()), |field| check_type(field, value)),
        }
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
pub(crate) struct Layout {
    /// The fields, in the order of their places: often the list that the description has too.
    fields: OnceLock<List<FieldSpec>>,
    /// In a block of their own, to which reads have one step: what may lie in the layout or not has them ask.
    places: Box<[Place]>,
    /// Where a name is, if they are many.
    index: Option<Box<Index>>,
    payload: Option<Payload>,
    /// Is nothing said of its fields but a name and a type? Then the places say it, and the fields are described when
    /// somebody asks.
    is_plain: bool,
}

impl Layout {
    /// Without places: what most classes share.
    pub(crate) fn none() -> Arc<Self> {
        static NONE: LazyLock<Arc<Layout>> = LazyLock::new(|| Layout::of_payload(None).into());
        Arc::clone(&NONE)
    }

    /// With the place of a built-in value alone.
    pub(super) fn of_payload(payload: Option<Payload>) -> Self {
        Self { fields: OnceLock::new(), places: Box::default(), index: None, payload, is_plain: true }
    }

    /// With the places of a class alone, if it has any: names in `__slots__`, and before or behind them the fields of its
    /// body, whose names are all different.
    pub(super) fn of_body(slots: &[Sym], body: &[(Sym, Attribute)], are_fields_first: bool) -> Option<Arc<Self>> {
        if slots.is_empty() && body.is_empty() {
            return None;
        }
        match body.iter().all(|(_, attribute)| attribute.is_plain()) {
            true => {
                let takes = body.iter().map(|(name, attribute)| (*name, attribute.takes()));
                Self::of_places(OnceLock::new(), slots, takes, are_fields_first)
            }
            false => Self::declared(slots, &described(body), body.iter().map(|(name, _)| *name), are_fields_first),
        }
    }

    /// The same of fields that are described, under these names.
    pub(super) fn declared(
        slots: &[Sym],
        fields: &List<FieldSpec>,
        names: impl ExactSizeIterator<Item = Sym>,
        are_fields_first: bool,
    ) -> Option<Arc<Self>> {
        let takes = names.zip(fields.iter().map(|field| Takes::of(field.ty())));
        Self::of_places(fields.clone().into(), slots, takes, are_fields_first)
    }

    fn of_places(
        fields: OnceLock<List<FieldSpec>>,
        slots: &[Sym],
        takes: impl ExactSizeIterator<Item = (Sym, Takes)>,
        are_fields_first: bool,
    ) -> Option<Arc<Self>> {
        let mut places: Vec<Place> = Vec::with_capacity(slots.len() + takes.len());
        places.extend(slots.iter().map(|name| Place::bare(*name)));
        places.extend(takes.enumerate().map(|(at, (name, takes))| Place::of(name, takes, at)));
        if places.is_empty() {
            return None;
        }
        if are_fields_first {
            places.rotate_left(slots.len());
        }
        let are_different = || slots.is_empty() || are_different(&places.iter().map(|place| place.name));
        let is_whole = places.len() <= FEW && are_different();
        let is_plain = fields.get().is_none();
        let layout = || Self { fields, places: places.into(), index: None, payload: None, is_plain };
        Some(match is_whole {
            true => Arc::new(layout()),
            false => Self::of(None, [(&layout(), true)].into_iter()).into(),
        })
    }

    /// With the places of these, each name once: it stays where it came first, and is what came last, if that takes the
    /// place over.
    pub(super) fn of<'a>(payload: Option<Payload>, layouts: impl Iterator<Item = (&'a Self, bool)> + Clone) -> Self {
        let count = layouts.clone().map(|(layout, _)| layout.places.len()).sum();
        let mut found: Vec<Slot<'a>> = Vec::with_capacity(count);
        let mut known: Option<SymMap<usize>> = (count > FEW).then(SymMap::default);
        let slots = layouts.clone().flat_map(|(layout, takes_over)| layout.iter().map(move |slot| (slot, takes_over)));
        for (slot, takes_over) in slots {
            let place = match &mut known {
                None => found.iter().position(|other| other.name() == slot.name()),
                Some(known) => Some(*known.entry(slot.name()).or_insert(found.len())),
            };
            match place.and_then(|place| found.get_mut(place)) {
                Some(place) if takes_over => *place = slot,
                Some(_) => {}
                None => found.push(slot),
            }
        }
        let is_plain = layouts.clone().all(|(layout, _)| layout.is_plain);
        let fields = match is_plain {
            true => OnceLock::new(),
            false => fields_of(&found, layouts.map(|(layout, _)| layout)).into(),
        };
        let mut next = 0..;
        let place = |slot: Slot<'_>| match slot.is_field() {
            true => Place { field: next.next().unwrap_or(NO_FIELD), ..*slot.place },
            false => *slot.place,
        };
        let places: Box<[Place]> = found.iter().copied().map(place).collect();
        let index = (places.len() > FEW).then(|| Box::new(Index::new(places.iter().map(|place| place.name))));
        Self { fields, places, index, payload, is_plain }
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
        self.first() + self.places.len()
    }

    #[inline]
    pub(crate) fn get(&self, place: usize) -> Option<Slot<'_>> {
        self.slot(place.checked_sub(self.first())?)
    }

    #[inline]
    fn slot(&self, position: usize) -> Option<Slot<'_>> {
        Some(Slot { place: self.places.get(position)?, layout: self })
    }

    /// Are so many arguments, the last of which have these names, one for each place that has a name, in their order? There
    /// is no [plan](super::plan::Plan) for a layout with one that has none.
    #[inline]
    pub(super) fn is_filled_by(&self, count: usize, names: &[Text]) -> bool {
        count == self.places.len() && (names.is_empty() || self.ends_with(names))
    }

    /// Are these the names of the last places?
    fn ends_with(&self, names: &[Text]) -> bool {
        self.places.iter().rev().zip(names.iter().rev()).all(|(place, name)| place.name.is(name))
    }

    /// Is it sure that each of these values is of the type of the field at its position?
    #[inline]
    pub(super) fn takes(&self, values: &[Value]) -> bool {
        self.places.iter().zip(values).all(|(place, value)| place.takes.has(value))
    }

    fn position<N: AttrName>(&self, name: N) -> Option<usize> {
        match &self.index {
            None if self.places.is_empty() => None,
            None => self.places.iter().position(|place| name.__is(place.name)),
            Some(index) => index.find(name, |at| self.places.get(at).map(|place| (place.name, at))),
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
        match self.slot(position).and_then(Slot::field) {
            Some(other) if is_it(other) => Some(self.first() + position),
            _ => self.place(field.name()),
        }
    }

    /// What may stand under a name, if it has a place.
    pub(crate) fn find<N: AttrName>(&self, name: N) -> Option<Slot<'_>> {
        self.slot(self.position(name)?)
    }

    /// What has a name, in order.
    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = Slot<'_>> {
        self.places.iter().map(|place| Slot { place, layout: self })
    }

    pub(crate) fn has_fields(&self) -> bool {
        self.places.iter().any(Place::is_field)
    }

    /// The fields, in order.
    pub(crate) fn fields(&self) -> &List<FieldSpec> {
        self.fields.get_or_init(|| {
            let places = self.places.iter().filter(|place| place.is_field());
            places.map(|place| FieldSpec::of(place.name.into(), Ref::Static(place.takes.plain_body()))).collect()
        })
    }
}

/// The fields that stand in these places: the list of one of the layouts, if it has just those.
fn fields_of<'a>(found: &[Slot<'_>], mut layouts: impl Iterator<Item = &'a Layout>) -> List<FieldSpec> {
    let fields = || found.iter().filter_map(|slot| slot.field());
    let is_list = |list: &[FieldSpec]| fields().map(std::ptr::from_ref).eq(list.iter().map(std::ptr::from_ref));
    let list = layouts.find(|layout| is_list(layout.fields())).map(|layout| layout.fields().clone());
    list.unwrap_or_else(|| fields().cloned().collect())
}
