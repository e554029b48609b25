//! Compiled classes: fields are read into slots, in whatever order they come; then all rules are asked, and the instance
//! is made.
//!
//! The macro writes the slots, how each is read, and what is made of them; all else is here.

use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess};

use super::context::{skip_entries, skip_items};
use super::foreign::error_of;
use super::kind::{Kind, Reader, read};
use super::seed::{InOrder, Source, Values};
use super::{Context, Decode};
use crate::field_type::FieldType;
use crate::limits::Limits;
use crate::spec::{ClassSpec, Options, TypeSpec};
use crate::validate::{ValidationError, Validator, check_count};

/// The slots of a class: what was read of its fields so far.
pub trait Slots<'de>: Sized {
    /// What is made of them.
    type Class;
    /// The names in data, of each slot in its order.
    const KEYS: &'static [&'static str];
    /// Further names, and the slot of each; of a field that is not taken from data, a slot that there is not.
    const ALIASES: &'static [(&'static str, usize)];
    /// All empty.
    const EMPTY: Self;

    /// The description of the class.
    fn spec() -> &'static ClassSpec;

    /// Reads a slot.
    ///
    /// # Errors
    /// Those of the text itself.
    fn read<S: Source<'de>>(&mut self, slot: usize, source: &mut S, context: &mut Context) -> Result<(), S::Error>;

    /// Asks all rules, and makes the instance.
    fn finish(self, finish: &mut Finish<'_>) -> Option<Self::Class>;
}

/// Which slots were given.
#[derive(Default)]
pub(super) struct Seen {
    first: u128,
    rest: Vec<u128>,
}

impl Seen {
    const BITS: usize = 128;

    /// Notes a slot; was it noted before?
    #[inline]
    pub(super) fn note(&mut self, slot: usize) -> bool {
        let bit = 1 << (slot % Self::BITS);
        let word = match slot / Self::BITS {
            0 => &mut self.first,
            word => {
                if self.rest.len() < word {
                    self.rest.resize(word, 0);
                }
                match self.rest.get_mut(word - 1) {
                    Some(word) => word,
                    None => return true,
                }
            }
        };
        let was = *word & bit != 0;
        *word |= bit;
        was
    }

    #[inline]
    pub(super) fn has(&self, slot: usize) -> bool {
        let word = match slot / Self::BITS {
            0 => self.first,
            word => self.rest.get(word - 1).copied().unwrap_or_default(),
        };
        word & (1 << (slot % Self::BITS)) != 0
    }
}

/// What is done once all slots are read.
pub struct Finish<'c> {
    context: &'c mut Context,
    seen: Seen,
    spec: &'static ClassSpec,
    keys: &'static [&'static str],
    /// How many faults there were before the class.
    start: usize,
    /// How many there were when all slots were read.
    read: usize,
    /// How many there were before the checks over several fields.
    rules: Option<usize>,
}

impl Finish<'_> {
    /// Was nothing said of this slot?
    #[inline]
    #[must_use]
    pub fn is_missing(&self, slot: usize) -> bool {
        !self.seen.has(slot)
    }

    /// The value of a slot; if nothing was said of it, what stands for that.
    #[inline]
    pub fn take<T>(&mut self, slot: usize, value: Option<T>, missing: impl FnOnce() -> Option<T>) -> Option<T> {
        match value {
            Some(value) => Some(value),
            None if self.seen.has(slot) => None,
            None => missing().or_else(|| self.missing(slot)),
        }
    }

    #[cold]
    #[inline(never)]
    fn missing<T>(&mut self, slot: usize) -> Option<T> {
        if let Some(key) = self.keys.get(slot) {
            self.context.missing(self.spec, key);
        }
        None
    }

    /// Asks the rules of each field.
    #[inline]
    pub fn rules(&mut self, walk: impl FnOnce(&mut Validator<'_>)) {
        Validator::run(self.spec, &mut self.context.report, walk);
    }

    /// Asks what concerns several fields; that is told how many faults there were before the class.
    #[inline]
    pub fn checks(&mut self, walk: impl FnOnce(&mut Validator<'_>, usize)) {
        self.rules = Some(self.context.mark());
        let start = self.start;
        Validator::run(self.spec, &mut self.context.report, |v| walk(v, start));
    }

    /// Asks all rules of an instance that changed itself after it was made.
    pub fn validate<T: FieldType>(&mut self, instance: &T) {
        instance.__validate(&mut self.context.report);
    }

    /// Is there anything wrong?
    #[inline]
    #[must_use]
    pub const fn is_faulty(&self) -> bool {
        self.context.mark() != self.start
    }

    /// What the class itself refused.
    #[cold]
    pub fn refuse<T>(&mut self, error: ValidationError) -> Option<T> {
        for issue in error.into_issues() {
            self.context.report.push(issue);
        }
        None
    }

    /// Puts the faults into the order of the declaration.
    #[cold]
    #[inline(never)]
    fn arrange(&mut self) {
        let Self { start, read, rules, spec, .. } = *self;
        let rules = rules.unwrap_or_else(|| self.context.mark());
        self.context.report.arrange(start, read, rules, spec);
    }
}

/// Asks how many items there are of a list or dict that is not there as a whole.
#[cold]
fn count_items(spec: &ClassSpec, key: &str, count: usize, context: &mut Context) {
    let mark = context.mark();
    if let Some(field) = spec.fields().iter().find(|field| field.key() == key) {
        check_count(field.rules(), count, &mut context.report);
    }
    if context.mark() != mark {
        context.put_into_field(mark, spec, key);
    }
}

/// The kind of a class with these slots.
struct Class<S>(PhantomData<S>);

impl<'de, S: Slots<'de>> Class<S> {
    /// Asks all rules of what was read.
    #[inline]
    fn finish(
        slots: S,
        seen: Seen,
        holed: Vec<(usize, usize)>,
        start: usize,
        context: &mut Context,
    ) -> Option<S::Class> {
        let read = context.mark();
        for (slot, count) in holed {
            count_items(S::spec(), S::KEYS.get(slot).copied().unwrap_or_default(), count, context);
        }
        let mut finish = Finish { context, seen, spec: S::spec(), keys: S::KEYS, start, read, rules: None };
        let instance = slots.finish(&mut finish);
        if finish.is_faulty() {
            finish.arrange();
            return None;
        }
        instance
    }

    #[inline]
    fn read_slot<R: Source<'de>>(
        slots: &mut S,
        slot: usize,
        source: &mut R,
        holed: &mut Vec<(usize, usize)>,
        context: &mut Context,
    ) -> Result<(), R::Error> {
        let mark = context.mark();
        slots.read(slot, source, context)?;
        if context.mark() != mark {
            if let Some(count) = context.holed.take() {
                holed.push((slot, count));
            }
            context.put_into_field(mark, S::spec(), S::KEYS.get(slot).copied().unwrap_or_default());
        }
        Ok(())
    }
}

impl<'de, S: Slots<'de>> Kind<'de> for Class<S> {
    type Made = S::Class;

    fn expected(&self) -> TypeSpec {
        TypeSpec::Class(crate::spec::ClassRef::Static(S::spec))
    }

    fn hint<D: Deserializer<'de>>(deserializer: D, reader: Reader<'_, Self>) -> Result<Option<S::Class>, D::Error> {
        deserializer.deserialize_struct(S::spec().name(), S::KEYS, reader)
    }

    #[inline]
    fn map<A: MapAccess<'de>>(self, mut entries: A, context: &mut Context) -> Result<Option<S::Class>, A::Error> {
        if context.enter().is_none() {
            skip_entries(&mut entries)?;
            return Ok(None);
        }
        let strict = context.set_strict(false);
        let start = context.mark();
        let (mut slots, mut seen, mut holed) = (S::EMPTY, Seen::default(), Vec::new());
        let mut next = 0;
        while let Some(key) = entries.next_key_seed(SlotSeed::<S> { next, slots: PhantomData })? {
            match key {
                SlotOf::Known(slot) if !seen.note(slot) => {
                    next = slot + 1;
                    Self::read_slot(&mut slots, slot, &mut Values(&mut entries), &mut holed, context)?;
                }
                SlotOf::Known(slot) => {
                    entries.next_value::<IgnoredAny>()?;
                    context.duplicate(S::spec(), S::KEYS.get(slot).copied().unwrap_or_default());
                }
                SlotOf::Passed => {
                    entries.next_value::<IgnoredAny>()?;
                }
                SlotOf::Unknown(key) => {
                    entries.next_value::<IgnoredAny>()?;
                    context.unknown(key);
                }
            }
        }
        let instance = Self::finish(slots, seen, holed, start, context);
        context.set_strict(strict);
        context.leave();
        Ok(instance)
    }

    /// Only of a format that does not write names: elsewhere, a list is no instance.
    fn seq<A: SeqAccess<'de>>(self, mut items: A, context: &mut Context) -> Result<Option<S::Class>, A::Error> {
        if !context.is_compact() {
            skip_items(&mut items)?;
            return Ok(context.wrong(&self.expected(), &crate::value::List::new().into()));
        }
        let start = context.mark();
        let (mut slots, mut seen, mut holed) = (S::EMPTY, Seen::default(), Vec::new());
        for slot in 0..S::KEYS.len() {
            seen.note(slot);
            Self::read_slot(&mut slots, slot, &mut InOrder(&mut items), &mut holed, context)?;
        }
        Ok(Self::finish(slots, seen, holed, start, context))
    }
}

/// What a name in data stands for.
enum SlotOf {
    /// A slot.
    Known(usize),
    /// Nothing that anybody asked for.
    Passed,
    /// Nothing, which is a fault.
    Unknown(String),
}

/// Reads a name, which is that of the slot after the last one more often than not.
struct SlotSeed<S> {
    next: usize,
    slots: PhantomData<S>,
}

impl<'de, S: Slots<'de>> SlotSeed<S> {
    #[inline]
    fn find(self, key: &str) -> SlotOf {
        match S::KEYS.get(self.next) {
            Some(next) if *next == key => SlotOf::Known(self.next),
            _ => Self::search(key),
        }
    }

    fn search(key: &str) -> SlotOf {
        if let Some(slot) = S::KEYS.iter().position(|other| *other == key) {
            return SlotOf::Known(slot);
        }
        match S::ALIASES.iter().find(|(alias, _)| *alias == key) {
            Some((_, slot)) if *slot < S::KEYS.len() => SlotOf::Known(*slot),
            None if S::spec().options().has(Options::FORBID_EXTRA) => SlotOf::Unknown(key.to_owned()),
            _ => SlotOf::Passed,
        }
    }
}

impl<'de, S: Slots<'de>> DeserializeSeed<'de> for SlotSeed<S> {
    type Value = SlotOf;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<SlotOf, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de, S: Slots<'de>> serde::de::Visitor<'de> for SlotSeed<S> {
    type Value = SlotOf;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the name of a field")
    }

    #[inline]
    fn visit_str<E>(self, key: &str) -> Result<SlotOf, E> {
        Ok(self.find(key))
    }

    fn visit_bytes<E>(self, key: &[u8]) -> Result<SlotOf, E> {
        Ok(self.find(&String::from_utf8_lossy(key)))
    }

    fn visit_u64<E>(self, key: u64) -> Result<SlotOf, E> {
        Ok(self.find(&key.to_string()))
    }

    fn visit_i64<E>(self, key: i64) -> Result<SlotOf, E> {
        Ok(self.find(&key.to_string()))
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
) -> Result<Option<S::Class>, D::Error> {
    read(Class::<S>(PhantomData), deserializer, context)
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
