//! Enums that know nothing of us.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{
    EnumAccess, Error as DeError, IgnoredAny, IntoDeserializer as _, MapAccess, SeqAccess, Unexpected, Visitor,
};

use super::super::context::skip_items;
use super::{Entries, Entry, Fault, Read, nested};

macro_rules! refuse {
    ($($method:ident $type:ty, $unexpected:ident($value:ident);)*) => {$(
        fn $method<E2>(self, $value: $type) -> Result<Self::Value, E2> {
            Ok(Err(Fault::invalid_type(Unexpected::$unexpected($value), &self)))
        }
    )*};
}

/// An enum: a name, or a dict of one entry.
pub(super) struct Variant<V, E>(pub(super) V, pub(super) PhantomData<E>);

impl<'de, V: Visitor<'de>, E: DeError> Visitor<'de> for Variant<V, E> {
    type Value = Read<V::Value, E>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_str<E2>(self, name: &str) -> Result<Self::Value, E2> {
        let name: StrDeserializer<'_, Fault<E>> = name.into_deserializer();
        Ok(self.0.visit_enum(name))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut state = Entry::default();
        let access = MapAccessDeserializer::new(Entries { entries: &mut entries, entry: &mut state });
        let value = nested(self.0.visit_enum(access))?;
        let is_err = value.is_err();
        if is_err && state.is_open {
            entries.next_value::<IgnoredAny>()?;
        }
        let mut more = 0;
        while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {
            more += 1;
        }
        match more {
            0 => Ok(value),
            _ if is_err => Ok(value),
            _ => Ok(Err(Fault::custom("expected a dict of one entry, the name of a variant"))),
        }
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Self::Value, A::Error> {
        // Such a format reads enums by itself; one that is wrong is an error of the text.
        self.0.visit_enum(data).map(Ok)
    }

    refuse! {
        visit_bool bool, Bool(value); visit_i64 i64, Signed(value); visit_u64 u64, Unsigned(value);
        visit_f64 f64, Float(value); visit_bytes &[u8], Bytes(value);
    }

    fn visit_unit<E2>(self) -> Result<Self::Value, E2> {
        Ok(Err(Fault::invalid_type(Unexpected::Unit, &self)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        skip_items(&mut items)?;
        Ok(Err(Fault::invalid_type(Unexpected::Seq, &self)))
    }
}
