//! Any value.

use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess};

use super::context::{skip_entries, skip_items};
use super::key::KeySeed;
use super::kind::{Kind, Reader, read};
use super::lists::{Plain, gather};
use super::{Context, Decode, RawKey, scalars};
use crate::field_type::FieldType as _;
use crate::spec::TypeSpec;
use crate::validate::Issue;
use crate::value::{Bytes, Dict, Key, List, Value};

/// The kind of any value.
struct Any;

impl<'de> Kind<'de> for Any {
    type Made = Value;

    fn expected(&self) -> TypeSpec {
        Value::TYPE
    }

    /// Only a format that says what comes can give any value: the others refuse.
    fn hint<D: Deserializer<'de>>(deserializer: D, reader: Reader<'_, Self>) -> Result<Option<Value>, D::Error> {
        deserializer.deserialize_any(reader)
    }

    fn none(self, _: &mut Context) -> Option<Value> {
        Some(Value::None)
    }

    fn bool(self, value: bool, _: &mut Context) -> Option<Value> {
        Some(value.into())
    }

    fn i64(self, value: i64, _: &mut Context) -> Option<Value> {
        Some(value.into())
    }

    fn u64(self, value: u64, _: &mut Context) -> Option<Value> {
        Some(value.into())
    }

    fn i128(self, value: i128, _: &mut Context) -> Option<Value> {
        Some(value.into())
    }

    fn f64(self, value: f64, _: &mut Context) -> Option<Value> {
        Some(value.into())
    }

    fn str(self, value: &str, _: &mut Context) -> Option<Value> {
        Some(value.into())
    }

    fn bytes(self, value: &[u8], _: &mut Context) -> Option<Value> {
        Some(Bytes::from(value).into())
    }

    fn seq<A: SeqAccess<'de>>(self, items: A, context: &mut Context) -> Result<Option<Value>, A::Error> {
        Ok(read_items(items, context)?.map(|items| List::from(items).into()))
    }

    fn map<A: MapAccess<'de>>(self, entries: A, context: &mut Context) -> Result<Option<Value>, A::Error> {
        read_map(entries, context)
    }
}

/// Reads a dict of anything.
pub(super) fn read_map<'de, A: MapAccess<'de>>(
    mut entries: A,
    context: &mut Context,
) -> Result<Option<Value>, A::Error> {
    if context.enter().is_none() {
        skip_entries(&mut entries)?;
        return Ok(None);
    }
    let value = read_entries(entries, context);
    context.leave();
    value
}

/// Reads the items of a list of anything.
pub(super) fn read_items<'de, A: SeqAccess<'de>>(
    mut items: A,
    context: &mut Context,
) -> Result<Option<Vec<Value>>, A::Error> {
    if context.enter().is_none() {
        skip_items(&mut items)?;
        return Ok(None);
    }
    let items = gather(items, &Plain, context);
    context.leave();
    items
}

/// Reads the entries, which may be how a number is handed over.
fn read_entries<'de, A: MapAccess<'de>>(mut entries: A, context: &mut Context) -> Result<Option<Value>, A::Error> {
    let mut dict = Dict::new();
    let mut is_whole = true;
    loop {
        let mark = context.mark();
        let Some(raw) = entries.next_key_seed(KeySeed(context))? else { break };
        let Some(raw) = raw else {
            is_whole = false;
            entries.next_value::<IgnoredAny>()?;
            continue;
        };
        if dict.is_empty() && matches!(&raw, RawKey::Str(key) if key == scalars::AS_TEXT) {
            let number = scalars::number_of(&entries.next_value::<String>()?);
            skip_entries(&mut entries)?;
            return Ok(number.map(scalars::value_of).or_else(|| context.wrong(&TypeSpec::Float, &"".into())));
        }
        let key = raw.into_value();
        // What is said of the key comes before what is said of its value.
        let new = new_key(&dict, key.clone(), context);
        context.report.blame_keys(mark);
        let value = entries.next_value_seed(super::lists::EachSeed::<Value, _>::new(&Plain, context))?;
        context.put_within(mark, || RawKey::Other(key).into_segment());
        match (new, value) {
            (Some(key), Some(value)) => drop(dict.insert_key(key, value)),
            _ => is_whole = false,
        }
    }
    Ok(is_whole.then(|| dict.into()))
}

/// A key that is none of the dict yet.
fn new_key(dict: &Dict, key: Value, context: &mut Context) -> Option<Key> {
    match Key::of_rust(key) {
        Ok(key) if dict.get_key(&key).is_some() => context.fault(Issue::new("duplicate_field")),
        Ok(key) => Some(key),
        Err(_) => context.fault(Issue::new("type").with_param("expected", "a key").with_param("actual", "dict")),
    }
}

impl<'de> Decode<'de> for Value {
    fn decode<D: Deserializer<'de>>(deserializer: D, context: &mut Context) -> Result<Option<Self>, D::Error> {
        read(Any, deserializer, context)
    }

    fn __from_key(key: RawKey<'de>) -> Result<Self, Issue> {
        Ok(key.into_value())
    }
}
