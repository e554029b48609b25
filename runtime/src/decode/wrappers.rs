//! What data does not see: boxes, counted pointers, `Option`.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Arc;

use serde::de::{Deserializer, Visitor};

use super::lists::{Each, Plain};
use super::{Context, Decode, RawKey};
use crate::validate::Issue;
use crate::value::Value;

/// Looks whether there is a value before it is read.
struct Optional<'c, 'e, T, E> {
    each: &'e E,
    context: &'c mut Context,
    inner: PhantomData<T>,
}

impl<'de, T, E: Each<'de, T>> Visitor<'de> for Optional<'_, '_, T, E> {
    type Value = Option<Option<T>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or None")
    }

    fn visit_none<E2>(self) -> Result<Self::Value, E2> {
        Ok(Some(None))
    }

    fn visit_unit<E2>(self) -> Result<Self::Value, E2> {
        Ok(Some(None))
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        Ok(self.each.read(deserializer, self.context)?.map(Some))
    }
}

/// Reads what may be `None`.
#[inline]
pub(super) fn read_option<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    each: &impl Each<'de, T>,
    context: &mut Context,
) -> Result<Option<Option<T>>, D::Error> {
    deserializer.deserialize_option(Optional { each, context, inner: PhantomData })
}

impl<'de, T: Decode<'de>> Decode<'de> for Option<T> {
    #[inline]
    fn decode<D: Deserializer<'de>>(deserializer: D, context: &mut Context) -> Result<Option<Self>, D::Error> {
        read_option(deserializer, &Plain, context)
    }

    /// As serde has it, what is not there is `None`.
    #[inline]
    fn __missing() -> Option<Self> {
        Some(None)
    }

    fn __from_key(key: RawKey<'de>) -> Result<Self, Issue> {
        match key {
            RawKey::Other(Value::None) => Ok(None),
            key => T::__from_key(key).map(Some),
        }
    }
}

macro_rules! pointers {
    ($($type:ident)*) => {$(
        impl<'de, T: Decode<'de>> Decode<'de> for $type<T> {
            fn decode<D: Deserializer<'de>>(
                deserializer: D,
                context: &mut Context,
            ) -> Result<Option<Self>, D::Error> {
                let mut value = None;
                T::__decode_into(deserializer, context, &mut value)?;
                Ok(value.map(Self::new))
            }

            fn __missing() -> Option<Self> {
                T::__missing().map(Self::new)
            }

            fn __from_key(key: RawKey<'de>) -> Result<Self, Issue> {
                T::__from_key(key).map(Self::new)
            }
        }
    )*};
}

pointers! { Box Rc Arc }

impl<'de, T: Decode<'de> + Clone> Decode<'de> for Cow<'_, T> {
    fn decode<D: Deserializer<'de>>(deserializer: D, context: &mut Context) -> Result<Option<Self>, D::Error> {
        Ok(T::decode(deserializer, context)?.map(Self::Owned))
    }

    fn __missing() -> Option<Self> {
        T::__missing().map(Self::Owned)
    }
}
