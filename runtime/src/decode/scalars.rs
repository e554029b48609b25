//! Numbers and truth values.

use std::borrow::Cow;
use std::marker::PhantomData;
use std::num::{
    NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroI128, NonZeroIsize, NonZeroU8, NonZeroU16, NonZeroU32,
    NonZeroU64, NonZeroU128, NonZeroUsize,
};

use serde::de::{Deserializer, IgnoredAny, MapAccess};

use super::context::skip_entries;
use super::kind::{Kind, Of, Reader, read};
use super::{Context, Decode, RawKey, lists};
use crate::field_type::FieldType;
use crate::spec::TypeSpec;
use crate::validate::{Issue, wrong_type};
use crate::value::{Dict, Number, Value};

/// From here on not every integer is a float, so that a float may stand for another one.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// The integer that a float is, if it surely is one.
#[allow(clippy::cast_possible_truncation, reason = "it is a whole number and small enough")]
pub(super) fn whole(value: f64) -> Option<i64> {
    (value.trunc() == value && value.abs() < EXACT).then_some(value as i64)
}

/// The integers, with how a format is told of each.
trait Integer: FieldType + TryFrom<i64> + TryFrom<u64> + TryFrom<i128> + std::str::FromStr {
    fn hint<'de, D: Deserializer<'de>>(deserializer: D, reader: Reader<'_, Of<Self>>)
    -> Result<Option<Self>, D::Error>;
}

impl<'de, T: Integer> Kind<'de> for Of<T> {
    type Made = T;

    fn expected(&self) -> TypeSpec {
        T::TYPE
    }

    fn hint<D: Deserializer<'de>>(deserializer: D, reader: Reader<'_, Self>) -> Result<Option<T>, D::Error> {
        T::hint(deserializer, reader)
    }

    #[inline]
    fn i64(self, value: i64, context: &mut Context) -> Option<T> {
        T::try_from(value).ok().or_else(|| context.wrong(&T::TYPE, &value.into()))
    }

    #[inline]
    fn u64(self, value: u64, context: &mut Context) -> Option<T> {
        T::try_from(value).ok().or_else(|| context.wrong(&T::TYPE, &value.into()))
    }

    fn i128(self, value: i128, context: &mut Context) -> Option<T> {
        T::try_from(value).ok().or_else(|| context.wrong(&T::TYPE, &value.into()))
    }

    /// Formats that know one kind of number write `1.0` for 1.
    fn f64(self, value: f64, context: &mut Context) -> Option<T> {
        match whole(value).filter(|_| !context.is_strict()) {
            Some(value) => self.i64(value, context),
            None => context.wrong(&T::TYPE, &value.into()),
        }
    }

    fn map<A: MapAccess<'de>>(self, mut entries: A, context: &mut Context) -> Result<Option<T>, A::Error> {
        Ok(match number_in(&mut entries)? {
            Some(Number::Int(value)) => self.i128(value, context),
            Some(Number::Float(value)) => self.f64(value, context),
            None => context.wrong(&T::TYPE, &Dict::new().into()),
        })
    }
}

/// The key under which `serde_json` hands numbers over as text if any crate of the program asked it for precision.
pub(crate) const AS_TEXT: &str = "$serde_json::private::Number";

/// A number that was handed over as text.
pub(super) fn number_of(text: &str) -> Option<Number> {
    text.parse().ok().map(Number::Int).or_else(|| text.parse().ok().map(Number::Float))
}

/// The same as a value.
pub(super) fn value_of(number: Number) -> Value {
    match number {
        Number::Int(value) => value.into(),
        Number::Float(value) => value.into(),
    }
}

/// A number that was handed over as text within a dict; `None`, and the dict passed over, if it is just a dict.
pub(super) fn number_in<'de, A: MapAccess<'de>>(entries: &mut A) -> Result<Option<Number>, A::Error> {
    let number = match entries.next_key::<Cow<'_, str>>()? {
        Some(key) if key == AS_TEXT => {
            let text: String = entries.next_value()?;
            number_of(&text)
        }
        Some(_) => {
            entries.next_value::<IgnoredAny>()?;
            None
        }
        None => None,
    };
    skip_entries(entries)?;
    Ok(number)
}

/// An integer written as a key: as Rust writes it, so that no two texts are one key.
fn from_key<T: Integer + ToString>(key: &RawKey<'_>) -> Result<T, Issue> {
    let parsed = match key {
        RawKey::Str(text) => text.parse().ok().filter(|value: &T| value.to_string() == **text),
        RawKey::Other(value) => value.as_int().and_then(|value| T::try_from(value).ok()),
    };
    parsed.ok_or_else(|| match key {
        // An integer, but one that is out of range.
        RawKey::Str(text) => match text.parse::<i128>().ok().filter(|value| value.to_string() == **text) {
            Some(value) => wrong_type(&T::TYPE, &value.into()),
            None => key.fault(&T::TYPE),
        },
        RawKey::Other(_) => key.fault(&T::TYPE),
    })
}

macro_rules! integers {
    ($($type:ty: $hint:ident,)*) => {$(
        impl Integer for $type {
            fn hint<'de, D: Deserializer<'de>>(
                deserializer: D,
                reader: Reader<'_, Of<Self>>,
            ) -> Result<Option<Self>, D::Error> {
                deserializer.$hint(reader)
            }
        }

        impl<'de> Decode<'de> for $type {
            #[inline]
            fn decode<D: Deserializer<'de>>(
                deserializer: D,
                context: &mut Context,
            ) -> Result<Option<Self>, D::Error> {
                read(Of(PhantomData), deserializer, context)
            }

            fn __from_key(key: RawKey<'de>) -> Result<Self, Issue> {
                from_key(&key)
            }
        }
    )*};
}

integers! {
    i8: deserialize_i8, i16: deserialize_i16, i32: deserialize_i32, i64: deserialize_i64, i128: deserialize_i128,
    isize: deserialize_i64, u16: deserialize_u16, u32: deserialize_u32, u64: deserialize_u64,
    u128: deserialize_u128, usize: deserialize_u64,
}

impl Integer for u8 {
    fn hint<'de, D: Deserializer<'de>>(
        deserializer: D,
        reader: Reader<'_, Of<Self>>,
    ) -> Result<Option<Self>, D::Error> {
        deserializer.deserialize_u8(reader)
    }
}

impl<'de> Decode<'de> for u8 {
    #[inline]
    fn decode<D: Deserializer<'de>>(deserializer: D, context: &mut Context) -> Result<Option<Self>, D::Error> {
        read(Of(PhantomData), deserializer, context)
    }

    /// Several are bytes.
    fn __decode_vec<D: Deserializer<'de>>(
        deserializer: D,
        context: &mut Context,
    ) -> Result<Option<Vec<Self>>, D::Error> {
        lists::decode_bytes(deserializer, context)
    }

    fn __from_key(key: RawKey<'de>) -> Result<Self, Issue> {
        from_key(&key)
    }
}

/// Zero where there can be none.
fn zero() -> Issue {
    Issue::new("type").with_param("expected", "int other than 0").with_param("actual", 0)
}

macro_rules! nonzero {
    ($($type:ty: $inner:ty,)*) => {$(
        impl<'de> Decode<'de> for $type {
            fn decode<D: Deserializer<'de>>(
                deserializer: D,
                context: &mut Context,
            ) -> Result<Option<Self>, D::Error> {
                let value = <$inner>::decode(deserializer, context)?;
                Ok(value.and_then(|value| Self::new(value).or_else(|| context.fault(zero()))))
            }

            fn __from_key(key: RawKey<'de>) -> Result<Self, Issue> {
                Self::new(<$inner>::__from_key(key)?).ok_or_else(zero)
            }
        }
    )*};
}

nonzero! {
    NonZeroI8: i8, NonZeroI16: i16, NonZeroI32: i32, NonZeroI64: i64, NonZeroI128: i128, NonZeroIsize: isize,
    NonZeroU8: u8, NonZeroU16: u16, NonZeroU32: u32, NonZeroU64: u64, NonZeroU128: u128, NonZeroUsize: usize,
}

/// The kind of a truth value.
struct Bool;

impl<'de> Kind<'de> for Bool {
    type Made = bool;

    fn expected(&self) -> TypeSpec {
        TypeSpec::Bool
    }

    fn hint<D: Deserializer<'de>>(deserializer: D, reader: Reader<'_, Self>) -> Result<Option<bool>, D::Error> {
        deserializer.deserialize_bool(reader)
    }

    #[inline]
    fn bool(self, value: bool, _: &mut Context) -> Option<bool> {
        Some(value)
    }
}

impl<'de> Decode<'de> for bool {
    #[inline]
    fn decode<D: Deserializer<'de>>(deserializer: D, context: &mut Context) -> Result<Option<Self>, D::Error> {
        read(Bool, deserializer, context)
    }

    fn __from_key(key: RawKey<'de>) -> Result<Self, Issue> {
        match &key {
            RawKey::Str(text) if text == "true" => Ok(true),
            RawKey::Str(text) if text == "false" => Ok(false),
            RawKey::Other(value) => value.as_bool().ok_or_else(|| key.fault(&TypeSpec::Bool)),
            RawKey::Str(_) => Err(key.fault(&TypeSpec::Bool)),
        }
    }
}

/// The kind of a float; an integer is taken for one, since many formats write `1` for `1.0`.
struct Float64;

impl<'de> Kind<'de> for Float64 {
    type Made = f64;

    fn expected(&self) -> TypeSpec {
        TypeSpec::Float
    }

    fn hint<D: Deserializer<'de>>(deserializer: D, reader: Reader<'_, Self>) -> Result<Option<f64>, D::Error> {
        deserializer.deserialize_f64(reader)
    }

    #[inline]
    #[allow(clippy::cast_precision_loss, reason = "the nearest float, as every parser of JSON has it")]
    fn i64(self, value: i64, _: &mut Context) -> Option<f64> {
        Some(value as f64)
    }

    #[inline]
    #[allow(clippy::cast_precision_loss, reason = "the nearest float, as every parser of JSON has it")]
    fn u64(self, value: u64, _: &mut Context) -> Option<f64> {
        Some(value as f64)
    }

    #[allow(clippy::cast_precision_loss, reason = "the nearest float, as every parser of JSON has it")]
    fn i128(self, value: i128, _: &mut Context) -> Option<f64> {
        Some(value as f64)
    }

    #[inline]
    fn f64(self, value: f64, _: &mut Context) -> Option<f64> {
        Some(value)
    }

    fn map<A: MapAccess<'de>>(self, mut entries: A, context: &mut Context) -> Result<Option<f64>, A::Error> {
        Ok(match number_in(&mut entries)? {
            Some(Number::Int(value)) => self.i128(value, context),
            Some(Number::Float(value)) => self.f64(value, context),
            None => context.wrong(&TypeSpec::Float, &Dict::new().into()),
        })
    }
}

impl<'de> Decode<'de> for f64 {
    #[inline]
    fn decode<D: Deserializer<'de>>(deserializer: D, context: &mut Context) -> Result<Option<Self>, D::Error> {
        read(Float64, deserializer, context)
    }
}

impl<'de> Decode<'de> for f32 {
    fn decode<D: Deserializer<'de>>(deserializer: D, context: &mut Context) -> Result<Option<Self>, D::Error> {
        let value = match deserializer.is_human_readable() {
            true => f64::decode(deserializer, context)?,
            false => return serde::Deserialize::deserialize(deserializer).map(Some),
        };
        let too_large = |value: f64| {
            Issue::new("type").with_param("expected", "float of 32 bits").with_param("actual", Value::from(value))
        };
        Ok(value.and_then(|value| {
            #[allow(clippy::cast_possible_truncation, reason = "rounded to what the type can say")]
            let short = value as Self;
            match short.is_infinite() && value.is_finite() {
                true => context.fault(too_large(value)),
                false => Some(short),
            }
        }))
    }
}

/// The kind of `None` alone.
struct Unit;

impl<'de> Kind<'de> for Unit {
    type Made = ();

    fn expected(&self) -> TypeSpec {
        TypeSpec::None
    }

    fn hint<D: Deserializer<'de>>(deserializer: D, reader: Reader<'_, Self>) -> Result<Option<()>, D::Error> {
        deserializer.deserialize_unit(reader)
    }

    fn none(self, _: &mut Context) -> Option<()> {
        Some(())
    }
}

impl<'de> Decode<'de> for () {
    fn decode<D: Deserializer<'de>>(deserializer: D, context: &mut Context) -> Result<Option<Self>, D::Error> {
        read(Unit, deserializer, context)
    }
}
