//! Text, owned and borrowed.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use serde::de::Deserializer;

use super::kind::{Kind, Reader, read};
use super::{Context, Decode, RawKey};
use crate::spec::TypeSpec;
use crate::validate::Issue;

/// The kind of text that is kept.
struct Owned;

impl<'de> Kind<'de> for Owned {
    type Made = String;

    fn expected(&self) -> TypeSpec {
        TypeSpec::Str
    }

    fn hint<D: Deserializer<'de>>(deserializer: D, reader: Reader<'_, Self>) -> Result<Option<String>, D::Error> {
        deserializer.deserialize_string(reader)
    }

    #[inline]
    fn str(self, value: &str, _: &mut Context) -> Option<String> {
        Some(value.to_owned())
    }

    #[inline]
    fn string(self, value: String, _: &mut Context) -> Option<String> {
        Some(value)
    }
}

impl<'de> Decode<'de> for String {
    #[inline]
    fn decode<D: Deserializer<'de>>(deserializer: D, context: &mut Context) -> Result<Option<Self>, D::Error> {
        read(Owned, deserializer, context)
    }

    fn __from_key(key: RawKey<'de>) -> Result<Self, Issue> {
        key.into_text().map(Cow::into_owned)
    }
}

macro_rules! owned {
    ($($type:ty)*) => {$(
        impl<'de> Decode<'de> for $type {
            fn decode<D: Deserializer<'de>>(
                deserializer: D,
                context: &mut Context,
            ) -> Result<Option<Self>, D::Error> {
                Ok(read(Owned, deserializer, context)?.map(Self::from))
            }

            fn __from_key(key: RawKey<'de>) -> Result<Self, Issue> {
                key.into_text().map(Self::from)
            }
        }
    )*};
}

owned! { Box<str> Rc<str> Arc<str> }

/// The kind of text that is borrowed where it stands in the input as it is.
struct Borrowed;

impl<'de> Kind<'de> for Borrowed {
    type Made = Cow<'de, str>;

    fn expected(&self) -> TypeSpec {
        TypeSpec::Str
    }

    fn hint<D: Deserializer<'de>>(deserializer: D, reader: Reader<'_, Self>) -> Result<Option<Self::Made>, D::Error> {
        deserializer.deserialize_str(reader)
    }

    fn str(self, value: &str, _: &mut Context) -> Option<Self::Made> {
        Some(value.to_owned().into())
    }

    fn borrowed_str(self, value: &'de str, _: &mut Context) -> Option<Self::Made> {
        Some(value.into())
    }

    fn string(self, value: String, _: &mut Context) -> Option<Self::Made> {
        Some(value.into())
    }
}

impl<'de: 'a, 'a> Decode<'de> for Cow<'a, str> {
    fn decode<D: Deserializer<'de>>(deserializer: D, context: &mut Context) -> Result<Option<Self>, D::Error> {
        read(Borrowed, deserializer, context)
    }

    fn __from_key(key: RawKey<'de>) -> Result<Self, Issue> {
        key.into_text()
    }
}

/// A reference cannot hold what is written otherwise in the input.
fn not_borrowed() -> Issue {
    let issue = Issue::new("type").with_param("expected", "str to borrow").with_param("actual", "str with escapes");
    issue.with_message("cannot be borrowed from the input: it is written with escapes, or was read from a stream")
}

impl<'de: 'a, 'a> Decode<'de> for &'a str {
    fn decode<D: Deserializer<'de>>(deserializer: D, context: &mut Context) -> Result<Option<Self>, D::Error> {
        Ok(match read(Borrowed, deserializer, context)? {
            Some(Cow::Borrowed(text)) => Some(text),
            Some(Cow::Owned(_)) => context.fault(not_borrowed()),
            None => None,
        })
    }

    fn __from_key(key: RawKey<'de>) -> Result<Self, Issue> {
        match key.into_text()? {
            Cow::Borrowed(text) => Ok(text),
            Cow::Owned(_) => Err(not_borrowed()),
        }
    }
}

/// The one character of a text.
fn one_character(text: &str) -> Result<char, Issue> {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => Ok(c),
        _ => {
            let count = text.chars().count();
            Err(Issue::new("type")
                .with_param("expected", "str of one character")
                .with_param("actual", format!("one of {count}")))
        }
    }
}

impl<'de> Decode<'de> for char {
    fn decode<D: Deserializer<'de>>(deserializer: D, context: &mut Context) -> Result<Option<Self>, D::Error> {
        if !deserializer.is_human_readable() {
            return serde::Deserialize::deserialize(deserializer).map(Some);
        }
        let text = read(Borrowed, deserializer, context)?;
        Ok(text.and_then(|text| one_character(&text).map_or_else(|issue| context.fault(issue), Some)))
    }

    fn __from_key(key: RawKey<'de>) -> Result<Self, Issue> {
        one_character(&key.into_text()?)
    }
}
