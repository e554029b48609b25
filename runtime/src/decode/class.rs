//! Compiled classes: fields are read into slots, in whatever order they come; then all rules are asked, and the instance
//! is made.
//!
//! The macro writes the slots, how each is read, and what is made of them; all else is here.

use std::marker::PhantomData;

use serde::de::{Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess};

use super::context::{Slot, skip_entries, skip_items};
use super::finish::Finish;
use super::foreign::error_of;
use super::kind::{Kind, Reader, read};
use super::name::{Name, NameSeed, Names, Places};
use super::seed::{Ended, InOrder, SlotReader, Source, Values};
use super::seen::Seen;
use super::tuples::wrong_length;
use super::{Context, Decode};
use crate::dataclass::Dataclass;
use crate::field_type::FieldType;
use crate::limits::Limits;
use crate::spec::{ClassSpec, Flags, Options, TypeSpec};
use crate::validate::check_count;
use crate::value::Value;

/// The slots of a class: what was read of its fields so far.
pub trait Slots<'de>: Sized {
    /// What is made of them.
    type Class: Dataclass;
    /// The names in data, of each slot in its order.
    const KEYS: &'static [&'static str];

    /// The slot of a name in data; [`PASSED`] or [`UNKNOWN`] if it has none.
    fn slot(name: &str) -> usize;

    /// Reads a slot.
    ///
    /// # Errors
    /// Those of the text itself.
    fn read<S: Source<'de>>(&mut self, slot: usize, reader: &mut SlotReader<'_, S>) -> Result<(), S::Error>;

    /// Asks all rules, and makes the instance.
    fn finish(self, finish: &mut Finish<'_>, out: &mut Option<Self::Class>);
}

/// The slot of a name that nobody reads: that of a field which the constructor does not take.
pub const PASSED: usize = usize::MAX;
/// The slot of a name that there is not.
pub const UNKNOWN: usize = usize::MAX - 1;

/// Asks how many items there are of a list or dict that is not there as a whole.
#[cold]
fn count_items(slot: &Slot<'_>, count: usize, context: &mut Context) {
    let mark = context.mark();
    if let Some((_, field)) = slot.field() {
        check_count(field.rules(), count, &mut context.report);
    }
    if context.mark() != mark {
        context.put_into(mark, slot, false, 0);
    }
}

/// Notes where the names of the fields are of which faults were found since there were `mark`.
#[cold]
#[inline(never)]
fn note_fields(spec: &ClassSpec, keys: &[&str], names: &Places, mark: usize, context: &mut Context) {
    let is_slot = keys.len() == spec.fields().len() && spec.init_vars().is_empty();
    match is_slot {
        true => context.note(mark, |field| names.get(field)),
        false => context.note(mark, |field| {
            let key = spec.fields().get(field)?.key();
            names.get(keys.iter().position(|slot| *slot == key)?)
        }),
    }
}

/// Tells of items behind those of a named tuple.
pub(super) fn check_surplus<'de, A: SeqAccess<'de>>(
    spec: &ClassSpec,
    items: &mut A,
    context: &mut Context,
) -> Result<(), A::Error> {
    let count = spec.fields().len();
    let mut given = count;
    while items.next_element::<IgnoredAny>()?.is_some() {
        given += 1;
    }
    if given != count {
        context.fault::<()>(wrong_length(&spec.name(), count, given));
    }
    Ok(())
}

/// The kind of a class with these slots. An instance is large, and so are they: both stay where they are, since a class
/// that lies within itself needs room for each copy at each level.
struct Class<'o, 'de, S: Slots<'de>> {
    out: &'o mut Option<S::Class>,
    /// Still empty, and there until an instance is made of them.
    slots: &'o mut Option<S>,
}

impl<'de, S: Slots<'de>> Class<'_, 'de, S> {
    /// Asks all rules of what was read.
    #[inline]
    fn finish(
        out: &mut Option<S::Class>,
        slots: &mut Option<S>,
        seen: Seen,
        holed: Vec<(usize, usize)>,
        start: usize,
        context: &mut Context,
    ) {
        for (slot, count) in holed {
            count_items(&Self::slot(slot), count, context);
        }
        let mut finish = Finish { context, seen, spec: S::Class::__SPEC, keys: S::KEYS, start };
        if let Some(slots) = slots.take() {
            slots.finish(&mut finish, out);
        }
        if finish.is_faulty() {
            context.report.arrange(start);
            context.report.number(start, S::Class::__SPEC);
            *out = None;
        }
    }

    #[inline]
    fn read_slot<R: Source<'de>>(
        slots: &mut S,
        name: Name,
        source: &mut R,
        holed: &mut Vec<(usize, usize)>,
        context: &mut Context,
    ) -> Result<(), R::Error> {
        let mark = context.mark();
        slots.read(name.place, &mut SlotReader { source, context, spec: S::Class::__SPEC })?;
        if context.mark() != mark {
            Self::put_into_slot(name, mark, holed, context);
        }
        Ok(())
    }

    #[cold]
    fn put_into_slot(name: Name, mark: usize, holed: &mut Vec<(usize, usize)>, context: &mut Context) {
        if let Some(count) = context.holed.take() {
            holed.push((name.place, count));
        }
        context.put_into(mark, &Self::slot(name.place), true, name.at);
    }

    fn slot(index: usize) -> Slot<'static> {
        Slot { spec: S::Class::__SPEC, index, key: S::KEYS.get(index).copied().unwrap_or_default() }
    }
}

impl<'de, S: Slots<'de>> Kind<'de> for Class<'_, 'de, S> {
    type Made = ();

    fn expected(&self) -> TypeSpec {
        TypeSpec::Class(crate::spec::ClassRef::Static(S::Class::spec))
    }

    fn hint<D: Deserializer<'de>>(deserializer: D, reader: Reader<'_, Self>) -> Result<Option<()>, D::Error> {
        match S::Class::__SPEC.is_tuple() {
            true => deserializer.deserialize_tuple(S::KEYS.len(), reader),
            false => deserializer.deserialize_struct(S::Class::__SPEC.name(), S::KEYS, reader),
        }
    }

    #[inline]
    fn map<A: MapAccess<'de>>(self, mut entries: A, context: &mut Context) -> Result<Option<()>, A::Error> {
        if S::Class::__SPEC.is_tuple() {
            skip_entries(&mut entries)?;
            return Ok(context.wrong(&self.expected(), &crate::value::Dict::new().into()));
        }
        let Self { out, slots: all } = self;
        let Some(slots) = all else { return Ok(None) };
        if context.enter().is_none() {
            skip_entries(&mut entries)?;
            return Ok(None);
        }
        let strict = context.set_strict(false);
        let start = context.mark();
        let (mut seen, mut holed) = (Seen::default(), Vec::new());
        let mut names = SlotNames::<S> { unknown: None, slots: PhantomData };
        let mut places = Places::new(context.text_start());
        while let Some(name @ Name { place: slot, .. }) = entries.next_key_seed(NameSeed::new(&mut names))? {
            match slot {
                UNKNOWN | PASSED => {
                    entries.next_value::<IgnoredAny>()?;
                    if let Some(name) = names.unknown.take() {
                        context.unknown(name);
                    }
                }
                slot if seen.note(slot) => {
                    entries.next_value::<IgnoredAny>()?;
                    context.fault_of("duplicate_field", &Self::slot(slot), true);
                }
                _ => {
                    places.note(name);
                    Self::read_slot(slots, name, &mut Values(&mut entries), &mut holed, context)?;
                }
            }
        }
        Self::finish(out, all, seen, holed, start, context);
        if context.mark() != start {
            note_fields(S::Class::__SPEC, S::KEYS, &places, start, context);
        }
        context.set_strict(strict);
        context.leave();
        Ok(Some(()))
    }

    /// Only of a named tuple, or of a format that does not write names: elsewhere, a list is no instance. Apart, so that
    /// what lies within itself needs no room for both.
    #[inline(never)]
    fn seq<A: SeqAccess<'de>>(self, mut items: A, context: &mut Context) -> Result<Option<()>, A::Error> {
        let is_tuple = S::Class::__SPEC.is_tuple();
        if !is_tuple && !context.is_compact() {
            skip_items(&mut items)?;
            return Ok(context.wrong(&self.expected(), &crate::value::List::new().into()));
        }
        let Self { out, slots: all } = self;
        let Some(slots) = all else { return Ok(None) };
        if context.enter().is_none() {
            if context.is_compact() {
                // Such a format has no way to pass over a value.
                return Err(A::Error::custom("nested too deeply"));
            }
            skip_items(&mut items)?;
            return Ok(None);
        }
        let strict = context.set_strict(false);
        let start = context.mark();
        let (mut seen, mut holed) = (Seen::default(), Vec::new());
        for (slot, key) in S::KEYS.iter().enumerate() {
            // What is not written cannot be read.
            if S::Class::__SPEC.fields().iter().any(|field| field.key() == *key && !field.has(Flags::SECRET)) {
                let name = Name { place: slot, at: 0 };
                match Self::read_slot(slots, name, &mut InOrder(&mut items), &mut holed, context) {
                    Ok(()) => seen.note(slot),
                    Err(Ended::Early) if is_tuple && !context.is_compact() => break,
                    Err(error) => return Err(error.into_error()),
                };
            }
        }
        if is_tuple {
            check_surplus(S::Class::__SPEC, &mut items, context)?;
        }
        Self::finish(out, all, seen, holed, start, context);
        context.set_strict(strict);
        context.leave();
        Ok(Some(()))
    }
}

/// The names of the slots.
struct SlotNames<'de, S> {
    /// The last name, if there is no such slot and that is a fault.
    unknown: Option<String>,
    slots: PhantomData<(&'de (), S)>,
}

impl<'de, S: Slots<'de>> Names for SlotNames<'de, S> {
    #[inline]
    fn find(&mut self, name: &str) -> usize {
        let slot = S::slot(name);
        if slot == UNKNOWN && S::Class::__SPEC.options().has(Options::FORBID_EXTRA) {
            self.unknown = Some(name.to_owned());
        }
        slot
    }
}

/// Reads an instance of a compiled class.
///
/// # Errors
/// Those of the text itself.
#[inline]
pub fn decode_class<'de, S: Slots<'de>, D: Deserializer<'de>>(
    deserializer: D,
    context: &mut Context,
    out: &mut Option<S::Class>,
    slots: S,
) -> Result<(), D::Error> {
    read(Class { out, slots: &mut Some(slots) }, deserializer, context)?;
    Ok(())
}

/// A default as the type of its field, if it is one of that.
pub fn default_as<T: FieldType>(default: impl Into<Value>) -> Option<T> {
    T::from_value(default.into()).ok()
}

/// `Deserialize` for a compiled class: all faults are in the message.
///
/// # Errors
/// Those of the text itself, and all faults of what it says.
pub fn deserialize<'de, T: Decode<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut context = Context::new(Limits::new());
    let value = T::decode(deserializer, &mut context)?;
    context.finish(value).map_err(|error| error_of(error.issues(), &error))
}
