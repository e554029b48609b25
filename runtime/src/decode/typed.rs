//! Values of the types that a description knows.

mod key;
mod placed;

use serde::de::{DeserializeSeed, Deserializer};

use self::placed::Placed;
use super::Context;
use super::kind::read;
use super::lists::Each;
use crate::spec::{Settled, Step, TypeSpec};
use crate::validate::{Rule, check_alone, check_count};
use crate::value::Value;

/// The kind of a value of a type, with the rules of which some are for what lies within.
///
/// It is no more than two words, which go from call to call in registers: what is larger is written to memory and read
/// again at once, for each value, and a processor waits for that.
#[derive(Clone, Copy)]
pub(super) enum Typed<'s> {
    /// That of a field, of which all was found out before.
    Step(&'s Step),
    Type(&'s TypeWithRules<'s>),
}

/// A type, and the rules of its values.
pub(super) struct TypeWithRules<'s> {
    /// Without the options around it.
    ty: &'s TypeSpec,
    rules: &'s [Rule],
    is_nullable: bool,
}

impl<'s> TypeWithRules<'s> {
    #[inline]
    pub(super) fn new(mut ty: &'s TypeSpec, rules: &'s [Rule]) -> Self {
        let mut is_nullable = false;
        while let TypeSpec::Option(inner) = ty {
            (ty, is_nullable) = (inner, true);
        }
        Self { ty, rules, is_nullable }
    }
}

impl<'s> Typed<'s> {
    /// Without the options around it.
    #[inline]
    const fn ty(self) -> &'s TypeSpec {
        match self {
            Self::Step(step) => step.ty(),
            Self::Type(ty) => ty.ty,
        }
    }

    const fn is_nullable(self) -> bool {
        match self {
            Self::Step(step) => step.is_nullable(),
            Self::Type(ty) => ty.is_nullable,
        }
    }

    fn rules(self) -> &'s [Rule] {
        match self {
            Self::Step(step) => step.rules(),
            Self::Type(ty) => ty.rules,
        }
    }

    /// The items of which nothing has to be asked, if that is known.
    const fn items(self) -> Option<&'s Settled> {
        match self {
            Self::Step(step) => Some(step.items()),
            Self::Type(_) => None,
        }
    }
}

/// Reads a value into its place, and leaves its own rules to others.
pub(super) struct TypedSeed<'c, 's> {
    pub(super) typed: Typed<'s>,
    pub(super) place: &'c mut Option<Value>,
    pub(super) context: &'c mut Context,
}

impl<'de> DeserializeSeed<'de> for TypedSeed<'_, '_> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        read(Placed { typed: self.typed, place: self.place }, deserializer, self.context)?;
        Ok(())
    }
}

/// Reads an item, or the value of an entry, and asks its rules.
impl<'de> Each<'de, Value> for Typed<'_> {
    fn read<D: Deserializer<'de>>(&self, deserializer: D, context: &mut Context) -> Result<Option<Value>, D::Error> {
        let mark = context.mark();
        let mut value = None;
        read(Placed { typed: *self, place: &mut value }, deserializer, context)?;
        self.ask(value.as_ref(), mark, context);
        Ok(value)
    }
}

impl Typed<'_> {
    /// Asks the rules of a value, of which was told what came since `mark`.
    fn ask(self, value: Option<&Value>, mark: usize, context: &mut Context) {
        let middle = context.mark();
        match (value, context.holed.take()) {
            (Some(value), _) => check_alone(self.rules(), value, &mut context.report),
            (None, Some(count)) => check_count(self.rules(), count, &mut context.report),
            (None, None) => {}
        }
        // What is said of the value itself comes before what is said of what lies within.
        context.report.rotate(mark, middle);
    }
}

/// Reads an item, and asks its rules unless there is nothing to be asked.
struct Item<'s> {
    typed: Typed<'s>,
    settled: Option<&'s Settled>,
}

impl<'s> Item<'s> {
    const fn new(ty: &'s TypeWithRules<'s>, settled: Option<&'s Settled>) -> Self {
        Self { typed: Typed::Type(ty), settled }
    }
}

impl<'de> Each<'de, Value> for Item<'_> {
    #[inline]
    fn read<D: Deserializer<'de>>(&self, deserializer: D, context: &mut Context) -> Result<Option<Value>, D::Error> {
        let mark = context.mark();
        let mut value = None;
        read(Placed { typed: self.typed, place: &mut value }, deserializer, context)?;
        if !matches!((&value, self.settled), (Some(value), Some(settled)) if settled.has(value)) {
            self.typed.ask(value.as_ref(), mark, context);
        }
        Ok(value)
    }
}
