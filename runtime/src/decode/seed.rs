//! How a field is read whose type the macro does not know.
//!
//! Generated code writes `Seed::<T, Leaf>::NEW.next(source, context)`. For a type of ours, that is the inherent function;
//! for any other, that of [`ForeignSeed`], which every seed has.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess};

use super::within::{ReadWithin, WithRules};
use super::{Context, Decode, foreign};
use crate::access::{Boxed, Leaf, Many, Opt};
use crate::spec::ClassSpec;

/// What fields are read from.
pub trait Source<'de> {
    /// The error of the format.
    type Error: serde::de::Error;

    /// Reads the next value.
    ///
    /// # Errors
    /// Those of the text itself.
    fn next<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Self::Error>;
}

/// The entries of a dict, whose keys are read already.
pub(super) struct Values<'a, A>(pub(super) &'a mut A);

impl<'de, A: MapAccess<'de>> Source<'de> for Values<'_, A> {
    type Error = A::Error;

    #[inline]
    fn next<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.0.next_value_seed(seed)
    }
}

/// The fields in their order, of a named tuple or of a format that does not write their names.
pub(super) struct InOrder<'a, A>(pub(super) &'a mut A);

impl<'de, A: SeqAccess<'de>> Source<'de> for InOrder<'_, A> {
    type Error = Ended<A::Error>;

    fn next<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Self::Error> {
        self.0.next_element_seed(seed).map_err(Ended::By)?.ok_or(Ended::Early)
    }
}

/// Why no value came any more.
#[derive(Debug)]
pub(super) enum Ended<E> {
    /// There are fewer values than fields.
    Early,
    /// The text itself is wrong.
    By(E),
}

impl<E: serde::de::Error> Ended<E> {
    pub(super) fn into_error(self) -> E {
        match self {
            Self::Early => E::custom(FEWER),
            Self::By(error) => error,
        }
    }
}

const FEWER: &str = "there are fewer values than fields";

impl<E: fmt::Display> fmt::Display for Ended<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Early => f.write_str(FEWER),
            Self::By(error) => error.fmt(f),
        }
    }
}

impl<E: serde::de::Error> std::error::Error for Ended<E> {}

impl<E: serde::de::Error> serde::de::Error for Ended<E> {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::By(E::custom(message))
    }
}

/// Stands for a field of type `T`, which is written with the containers `S` around something.
pub struct Seed<T, S>(PhantomData<(T, S)>);

impl<T, S> Seed<T, S> {
    /// There is nothing in it.
    pub const NEW: Self = Self(PhantomData);
}

/// Reads a type of ours into its place.
struct Ours<'c, 'o, T>(&'c mut Context, &'o mut Option<T>);

impl<'de, T: Decode<'de>> DeserializeSeed<'de> for Ours<'_, '_, T> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        T::__decode_into(deserializer, self.0, self.1)
    }
}

/// Reads fields into their slots.
pub struct SlotReader<'r, R> {
    pub(super) source: &'r mut R,
    pub(super) context: &'r mut Context,
    pub(super) spec: &'static ClassSpec,
}

impl<'de, R: Source<'de>> SlotReader<'_, R> {
    /// Reads a field whose type is sure to be one of ours.
    ///
    /// # Errors
    /// Those of the text itself.
    #[inline]
    pub fn next<T: Decode<'de>>(&mut self, slot: &mut Option<T>) -> Result<(), R::Error> {
        self.source.next(Ours(self.context, slot))
    }

    /// Reads the field at this position of the class with its rules for what lies within.
    ///
    /// # Errors
    /// Those of the text itself.
    #[inline]
    pub fn within<T: ReadWithin<'de, W>, W>(
        &mut self,
        field: usize,
        rules: &W,
        slot: &mut Option<T>,
    ) -> Result<(), R::Error> {
        *slot = self.source.next(WithRules::new(self.spec, field, rules, self.context))?;
        Ok(())
    }

    /// Reads a field as strictly as `#[field(strict)]` asks for.
    ///
    /// # Errors
    /// Those of the text itself.
    #[inline]
    pub fn strictly(&mut self, read: impl FnOnce(&mut Self) -> Result<(), R::Error>) -> Result<(), R::Error> {
        let before = self.context.set_strict(true);
        let outcome = read(self);
        self.context.set_strict(before);
        outcome
    }
}

impl<'de, T: Decode<'de>, S> Seed<T, S> {
    /// Reads the field into its slot.
    ///
    /// # Errors
    /// Those of the text itself.
    #[inline]
    pub fn next<R: Source<'de>>(self, reader: &mut SlotReader<'_, R>, slot: &mut Option<T>) -> Result<(), R::Error> {
        reader.next(slot)
    }

    /// What stands for a field that is not there; `None` if it must be.
    #[inline]
    pub fn missing(self) -> Option<T> {
        T::__missing()
    }
}

/// How a foreign type is read.
pub trait ForeignSeed<'de, T, S>: Sized {
    /// Reads the field into its slot.
    ///
    /// # Errors
    /// Those of the text itself.
    fn next<R: Source<'de>>(self, reader: &mut SlotReader<'_, R>, slot: &mut Option<T>) -> Result<(), R::Error>
    where
        T: Foreign<'de, S>;

    /// What stands for a field that is not there; `None` if it must be.
    fn missing(self) -> Option<T>
    where
        S: Missing<T>;
}

/// Reads a foreign type.
struct Theirs<'c, T, S>(&'c mut Context, PhantomData<(T, S)>);

impl<'de, T: Foreign<'de, S>, S> DeserializeSeed<'de> for Theirs<'_, T, S> {
    type Value = Option<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        T::read(deserializer, self.0)
    }
}

impl<'de, T, S> ForeignSeed<'de, T, S> for Seed<T, S> {
    fn next<R: Source<'de>>(self, reader: &mut SlotReader<'_, R>, slot: &mut Option<T>) -> Result<(), R::Error>
    where
        T: Foreign<'de, S>,
    {
        *slot = reader.source.next(Theirs(reader.context, PhantomData))?;
        Ok(())
    }

    fn missing(self) -> Option<T>
    where
        S: Missing<T>,
    {
        S::missing()
    }
}

/// A foreign type within containers of the shape `S`.
#[diagnostic::on_unimplemented(
    message = "fields of type `{Self}` cannot be read from data: it has no `Deserialize`",
    label = "has no `Deserialize`",
    note = "a dataclass gets it with `#[dataclass(serde)]`, another type with `#[derive(serde::Deserialize)]`",
    note = "a field with `#[field(init = false)]` is not read from data"
)]
pub trait Foreign<'de, S>: Sized {
    /// Reads a value.
    ///
    /// # Errors
    /// Those of the text itself.
    fn read<D: Deserializer<'de>>(deserializer: D, context: &mut Context) -> Result<Option<Self>, D::Error>;
}

/// What a shape puts in the place of a `T` that is not there: only the outermost container decides.
pub trait Missing<T> {
    /// `None` if it must be there.
    fn missing() -> Option<T> {
        None
    }
}

impl<T> Missing<T> for Leaf {}

impl<T, S> Missing<T> for Many<S> {}

impl<T, S> Missing<Option<T>> for Opt<S> {
    fn missing() -> Option<Option<T>> {
        Some(None)
    }
}

impl<T, S: Missing<T>> Missing<Box<T>> for Boxed<S> {
    fn missing() -> Option<Box<T>> {
        S::missing().map(Box::new)
    }
}

impl<'de, T: Deserialize<'de>> Foreign<'de, Leaf> for T {
    fn read<D: Deserializer<'de>>(deserializer: D, context: &mut Context) -> Result<Option<Self>, D::Error> {
        foreign::read(deserializer, context)
    }
}

/// Reads an item of a foreign type.
struct EachOf<S>(PhantomData<S>);

impl<'de, T: Foreign<'de, S>, S> super::lists::Each<'de, T> for EachOf<S> {
    fn read<D: Deserializer<'de>>(&self, deserializer: D, context: &mut Context) -> Result<Option<T>, D::Error> {
        T::read(deserializer, context)
    }
}

impl<'de, T: Foreign<'de, S>, S> Foreign<'de, Opt<S>> for Option<T> {
    fn read<D: Deserializer<'de>>(deserializer: D, context: &mut Context) -> Result<Option<Self>, D::Error> {
        super::wrappers::read_option(deserializer, &EachOf(PhantomData), context)
    }
}

impl<'de, T: Foreign<'de, S>, S> Foreign<'de, Many<S>> for Vec<T> {
    fn read<D: Deserializer<'de>>(deserializer: D, context: &mut Context) -> Result<Option<Self>, D::Error> {
        super::lists::decode_foreign(deserializer, &EachOf(PhantomData), context)
    }
}

impl<'de, T: Foreign<'de, S>, S> Foreign<'de, Boxed<S>> for Box<T> {
    fn read<D: Deserializer<'de>>(deserializer: D, context: &mut Context) -> Result<Option<Self>, D::Error> {
        Ok(T::read(deserializer, context)?.map(Self::new))
    }
}
