//! Classes described at run time: what is read goes straight into values, guided by the description.

mod finish;
mod names;

use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess};
use smallvec::SmallVec;

use self::names::FieldNames;
use super::class::check_surplus;
use super::context::{Slot, skip_entries, skip_items};
use super::kind::{Kind, Reader, read};
use super::name::{Name, NameSeed};
use super::seen::Seen;
use super::slots::{Owner, Slots};
use super::typed::{TypeWithRules, Typed, TypedSeed};
use super::{Context, DecodeError};
use crate::instance::Places;
use crate::limits::Limits;
use crate::spec::{ClassRef, ClassSpec, FieldSpec, Flags, Settled, Step, TypeSpec};
use crate::validate::{Rank, all_hold, check_count, tell_alone};
use crate::value::{Dict, List, Value};

impl ClassSpec {
    /// Reads an instance from data of any format that says itself what comes, and tells everything that is wrong.
    ///
    /// ```
    /// use metaclass::Field;
    /// use metaclass::spec::ClassSpec;
    ///
    /// let point = ClassSpec::define("Point", [("x", Field::float()), ("y", Field::float().min_value(0.0))])?;
    /// let error = point.decode(serde_json::json!({"x": "a", "y": -1, "z": 0})).unwrap_err();
    /// let texts: Vec<String> = error.issues().iter().map(ToString::to_string).collect();
    /// assert_eq!(texts, ["x: expected float, got str", "y: must be at least 0.0", "z: unknown field"]);
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    ///
    /// A default that only the compiled class can evaluate, since it looks at other fields, is `None` here.
    ///
    /// # Errors
    /// A [`DecodeError`]: either the first error of the text itself, or all faults of what it says.
    pub fn decode<'de, D: Deserializer<'de>>(&self, deserializer: D) -> Result<Slots<'_>, DecodeError> {
        let mut context = Context::new(Limits::new());
        match self.decode_into(deserializer, &mut context) {
            Ok(slots) => context.finish(slots).map_err(DecodeError::Invalid),
            Err(error) => Err(DecodeError::syntax(&error)),
        }
    }

    pub(crate) fn decode_into<'de, D: Deserializer<'de>>(
        &self,
        deserializer: D,
        context: &mut Context,
    ) -> Result<Option<Slots<'_>>, D::Error> {
        let mut values = None;
        read(Class { spec: self, out: &mut values }, deserializer, context)?;
        Ok(values.map(|values| Slots::new(Owner::Borrowed(self), values)))
    }
}

/// The kind of an instance of a class. What is read is written where it is to be, and not handed on.
pub(super) struct Class<'s, 'o> {
    pub(super) spec: &'s ClassSpec,
    pub(super) out: &'o mut Option<Values>,
}

impl<'de> Kind<'de> for Class<'_, '_> {
    type Made = ();

    fn expected(&self) -> TypeSpec {
        TypeSpec::Class(ClassRef::Named(self.spec.name().to_owned().into()))
    }

    /// Such a format would have to be told the types, and has names of no class of ours.
    fn hint<D: Deserializer<'de>>(deserializer: D, reader: Reader<'_, Self>) -> Result<Option<()>, D::Error> {
        deserializer.deserialize_map(reader)
    }

    #[inline]
    fn map<A: MapAccess<'de>>(self, mut entries: A, context: &mut Context) -> Result<Option<()>, A::Error> {
        if self.spec.is_tuple() {
            skip_entries(&mut entries)?;
            return Ok(context.wrong(&self.expected(), &Dict::new().into()));
        }
        *self.out = Instance::read(self.spec, entries, context)?;
        Ok(Some(()))
    }

    fn seq<A: SeqAccess<'de>>(self, mut items: A, context: &mut Context) -> Result<Option<()>, A::Error> {
        if !self.spec.is_tuple() {
            skip_items(&mut items)?;
            return Ok(context.wrong(&self.expected(), &List::new().into()));
        }
        *self.out = Instance::read_items(self.spec, items, context)?;
        Ok(Some(()))
    }
}

/// What was read of an instance: a value for each field, where there is one.
pub(super) type Values = Places;

/// An instance while it is read.
pub(super) struct Instance<'s> {
    spec: &'s ClassSpec,
    steps: &'s [Step],
    values: Values,
    seen: Seen,
    /// The names of the fields of which more is to be asked when all are read.
    open: Open,
}

type Open = SmallVec<[Name; 8]>;

impl<'s> Instance<'s> {
    pub(super) fn read<'de, A: MapAccess<'de>>(
        spec: &'s ClassSpec,
        mut entries: A,
        context: &mut Context,
    ) -> Result<Option<Values>, A::Error> {
        if context.enter().is_none() {
            skip_entries(&mut entries)?;
            return Ok(None);
        }
        let strict = context.set_strict(false);
        let start = context.mark();
        let mut instance = Self::empty(spec);
        let mut names = FieldNames::new(spec, instance.steps, context);
        if let Some(next) = instance.read_in_order(&mut entries, &mut names, context)? {
            instance.read_others(next, &mut entries, &mut names, context)?;
        }
        let values = instance.finish(start, context);
        context.set_strict(strict);
        context.leave();
        Ok(values)
    }

    /// Reads the fields that come in the order of the class, as most data have them; gives the name that comes next.
    #[inline]
    fn read_in_order<'de, A: MapAccess<'de>>(
        &mut self,
        entries: &mut A,
        names: &mut FieldNames<'s>,
        context: &mut Context,
    ) -> Result<Option<Name>, A::Error> {
        for (step, place) in names.steps.iter().zip(&mut *self.values) {
            match entries.next_key_seed(NameSeed::expecting(step.written(), names.next, names))? {
                Some(name) if name.place == names.next => {
                    let value = |seed: TypedSeed<'_, '_>| entries.next_value_seed(seed).map(Some);
                    read_field(name, self.spec, Plan::of(step), place, value, &mut self.open, context)?;
                    names.next += 1;
                }
                name => {
                    self.seen.note_first(names.next);
                    return Ok(name);
                }
            }
        }
        self.seen.note_first(names.next);
        entries.next_key_seed(names.seed())
    }

    /// Reads the other fields, of which the first has this name, in whatever order they come.
    #[inline(never)]
    fn read_others<'de, A: MapAccess<'de>>(
        &mut self,
        first: Name,
        entries: &mut A,
        names: &mut FieldNames<'s>,
        context: &mut Context,
    ) -> Result<(), A::Error> {
        let spec = self.spec;
        let mut next = Some(first);
        while let Some(name @ Name { place: index, .. }) = next {
            match spec.fields().get(index) {
                Some(field) if !self.seen.note(index) => {
                    names.next = index + 1;
                    let value = |seed: TypedSeed<'_, '_>| entries.next_value_seed(seed).map(Some);
                    self.read_field(name, field, value, context)?;
                }
                Some(field) => {
                    entries.next_value::<IgnoredAny>()?;
                    context.fault_of("duplicate_field", &Slot { spec, index, key: field.key() }, true);
                }
                None => {
                    entries.next_value::<IgnoredAny>()?;
                    if let Some(name) = names.unknown.take() {
                        context.unknown(name);
                    }
                }
            }
            next = entries.next_key_seed(names.seed())?;
        }
        Ok(())
    }

    /// Reads an instance of a named tuple.
    pub(super) fn read_items<'de, A: SeqAccess<'de>>(
        spec: &'s ClassSpec,
        mut items: A,
        context: &mut Context,
    ) -> Result<Option<Values>, A::Error> {
        if context.enter().is_none() {
            skip_items(&mut items)?;
            return Ok(None);
        }
        let strict = context.set_strict(false);
        let start = context.mark();
        let mut instance = Self::empty(spec);
        for (index, field) in spec.fields().iter().enumerate() {
            if !instance.read_field(
                Name { place: index, at: 0 },
                field,
                |seed| items.next_element_seed(seed),
                context,
            )? {
                break;
            }
            instance.seen.note(index);
        }
        check_surplus(spec, &mut items, context)?;
        let values = instance.finish(start, context);
        context.set_strict(strict);
        context.leave();
        Ok(values)
    }

    fn empty(spec: &'s ClassSpec) -> Self {
        let values = Places::new(spec.fields().len());
        Self { spec, steps: spec.steps(), values, seen: Seen::default(), open: Open::new() }
    }

    /// Reads a field; false if there was no value any more.
    #[inline]
    fn read_field<E>(
        &mut self,
        name: Name,
        field: &FieldSpec,
        read: impl FnOnce(TypedSeed<'_, '_>) -> Result<Option<()>, E>,
        context: &mut Context,
    ) -> Result<bool, E> {
        let Some(place) = self.values.get_mut(name.place) else { return Ok(false) };
        let ty;
        let plan = match self.steps.get(name.place) {
            Some(step) => Plan::of(step),
            None => {
                ty = TypeWithRules::new(field.ty(), field.rules());
                Plan { typed: Typed::Type(&ty), is_strict: field.has(Flags::STRICT), settled: &Settled::Unknown }
            }
        };
        read_field(name, self.spec, plan, place, read, &mut self.open, context)
    }
}

/// How a field is read.
struct Plan<'s> {
    typed: Typed<'s>,
    is_strict: bool,
    settled: &'s Settled,
}

impl<'s> Plan<'s> {
    #[inline]
    const fn of(step: &'s Step) -> Self {
        Self { typed: Typed::Step(step), is_strict: step.is_strict(), settled: step.settled() }
    }
}

/// Reads a field, of which the name was read, into its place; false if there was no value any more.
#[inline]
fn read_field<E>(
    name: Name,
    spec: &ClassSpec,
    Plan { typed, is_strict, settled }: Plan<'_>,
    place: &mut Option<Value>,
    read: impl FnOnce(TypedSeed<'_, '_>) -> Result<Option<()>, E>,
    open: &mut Open,
    context: &mut Context,
) -> Result<bool, E> {
    let mark = context.mark();
    context.set_strict(is_strict);
    let is_there = read(TypedSeed { typed, place, context })?.is_some();
    context.set_strict(false);
    if context.mark() != mark {
        fault_in_field(name, spec, mark, context);
    }
    if let Some(value) = place
        && !settled.has(value)
    {
        ask(name, spec, settled, value, open, context);
    }
    Ok(is_there)
}

/// Asks the rules of a field whose value is none of those that are settled. Transforms, functions and what is said of other
/// fields have their turn when all are read.
#[inline(never)]
fn ask(name: Name, spec: &ClassSpec, settled: &Settled, value: &Value, open: &mut Open, context: &mut Context) {
    let Some(field) = spec.fields().get(name.place) else { return };
    if !matches!(settled, Settled::Unknown) {
        let mark = context.mark();
        tell_alone(field.rules(), value, &mut context.report);
        if context.mark() != mark {
            context.put_into_field(mark, Rank::of_field(name.place), field, name.at);
        }
    } else if !field.transforms().is_empty() || field.has(Flags::REQUIRED) || !all_hold(field.rules(), value) {
        open.push(name);
    }
}

/// Tells what is wrong within a field.
#[cold]
#[inline(never)]
fn fault_in_field(name: Name, spec: &ClassSpec, mark: usize, context: &mut Context) {
    let Some(field) = spec.fields().get(name.place) else { return };
    if let Some(count) = context.holed.take() {
        let middle = context.mark();
        check_count(field.rules(), count, &mut context.report);
        context.report.rotate(mark, middle);
    }
    context.put_into_field(mark, Rank::of_field(name.place).of_reading(), field, name.at);
}
