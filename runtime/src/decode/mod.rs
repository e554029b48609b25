//! Reading data in one pass that finds every fault.
//!
//! ```text
//! text -> a format of serde -> Decode: each type reads itself -> Context: the faults -> instance, or all faults
//! ```
//!
//! A value of a wrong type is a fault, not an error: it is recorded and passed over, and reading goes on. Classes keep
//! what they read in slots (`class`, written by the macro) or values (`spec`, described at run time), ask all rules, and
//! only then become instances.

mod class;
mod context;
mod dicts;
mod error;
mod finish;
mod foreign;
mod instance;
mod key;
mod kind;
mod lists;
mod name;
mod scalars;
mod seed;
mod seen;
mod slots;
mod spec;
mod text;
mod tuples;
mod typed;
mod value;
mod within;
mod wrappers;

use serde::de::Deserializer;

pub use class::{PASSED, Slots as ClassSlots, UNKNOWN, decode_class, default_as, deserialize};
pub use context::Context;
pub use error::DecodeError;
pub use finish::{Finish, peek};
pub use key::RawKey;
#[cfg(feature = "json")]
pub(crate) use name::EXPECTED;
#[cfg(feature = "json")]
pub(crate) use scalars::AS_TEXT as NUMBER_AS_TEXT;
pub use seed::{ForeignSeed, Seed, SlotReader, Source};
pub use slots::Slots;
pub use within::{Entries, Items, NoRules, entries, items};

use crate::field_type::FieldType;
use crate::limits::Limits;
use crate::validate::Issue;

/// A type that reads itself from data and records what is wrong with it.
///
/// Implemented for the types of the standard library that Python knows, and by `#[dataclass(serde)]`. Other types are
/// read by their `Deserialize`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from data",
    note = "add `#[dataclass(serde)]` to your own dataclass"
)]
pub trait Decode<'de>: FieldType {
    /// Reads a value; `None` if something is wrong with it, which is told in the context.
    ///
    /// An implementation of your own has to write it: what stands here asks what `#[dataclass(serde)]` writes in its place.
    ///
    /// # Errors
    /// Those of the text itself: nothing can be read after that.
    #[inline]
    fn decode<D: Deserializer<'de>>(deserializer: D, context: &mut Context) -> Result<Option<Self>, D::Error> {
        let mut out = None;
        Self::__decode_into(deserializer, context, &mut out)?;
        Ok(out)
    }

    /// The same, put where it is to be: what is large is moved less.
    #[doc(hidden)]
    #[inline]
    fn __decode_into<D: Deserializer<'de>>(
        deserializer: D,
        context: &mut Context,
        out: &mut Option<Self>,
    ) -> Result<(), D::Error> {
        *out = Self::decode(deserializer, context)?;
        Ok(())
    }

    /// What stands for a value that is not there; `None` if it must be.
    #[doc(hidden)]
    #[inline]
    fn __missing() -> Option<Self> {
        None
    }

    /// Reads several: a list, or bytes.
    #[doc(hidden)]
    #[inline]
    fn __decode_vec<D: Deserializer<'de>>(
        deserializer: D,
        context: &mut Context,
    ) -> Result<Option<Vec<Self>>, D::Error> {
        lists::decode_vec(deserializer, context)
    }

    /// Makes one of the key of a dict, which most formats write as text.
    ///
    /// # Errors
    /// A fault of the key.
    #[doc(hidden)]
    fn __from_key(key: RawKey<'de>) -> Result<Self, Issue> {
        key.refuse(&Self::TYPE)
    }
}

/// Reads data of any format that says itself what comes (JSON, TOML, YAML ..), and tells everything that is wrong.
///
/// For JSON, [`json::from_str`](crate::json::from_str) knows line and column too.
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use metaclass::prelude::*;
///
/// #[derive(Dataclass)]
/// #[dataclass(serde)]
/// struct Server {
///     #[field(min_length = 1)]
///     host: String,
///     port: u16,
/// }
///
/// let table = serde_json::json!({"host": "", "port": 70_000});
/// let error = metaclass::decode::<Server, _>(table).unwrap_err();
/// let texts: Vec<String> = error.issues().iter().map(ToString::to_string).collect();
/// assert_eq!(texts, ["host: must have at least 1 character", "port: expected int from 0 to 65535, got 70000"]);
/// # }
/// ```
///
/// # Errors
/// A [`DecodeError`]: either the first error of the text itself, or all faults of what it says.
pub fn decode<'de, T: Decode<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<T, DecodeError> {
    let mut context = Context::new(Limits::new());
    match T::decode(deserializer, &mut context) {
        Ok(value) => context.finish(value).map_err(DecodeError::Invalid),
        Err(error) => Err(DecodeError::syntax(&error)),
    }
}
