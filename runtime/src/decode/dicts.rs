//! Dicts.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher, Hash};
use std::marker::PhantomData;

use serde::de::{Deserializer, IgnoredAny, MapAccess};

use super::context::skip_entries;
use super::key::KeySeed;
use super::kind::{Kind, Reader, read};
use super::lists::{Each, EachSeed, Plain};
use super::{Context, Decode, RawKey};
use crate::field_type::FieldType;
use crate::spec::TypeSpec;
use crate::validate::Issue;
use crate::value::{Dict, Key, Value};

/// What entries are put into.
pub(super) trait Collect<K, V>: Default {
    /// Is there a value for this key?
    fn has(&self, key: &K) -> bool;

    fn put(&mut self, key: K, value: V);
}

impl<K: Eq + Hash, V, S: BuildHasher + Default> Collect<K, V> for HashMap<K, V, S> {
    fn has(&self, key: &K) -> bool {
        self.contains_key(key)
    }

    fn put(&mut self, key: K, value: V) {
        self.insert(key, value);
    }
}

impl<K: Ord, V> Collect<K, V> for BTreeMap<K, V> {
    fn has(&self, key: &K) -> bool {
        self.contains_key(key)
    }

    fn put(&mut self, key: K, value: V) {
        self.insert(key, value);
    }
}

impl Collect<Key, Value> for Dict {
    fn has(&self, key: &Key) -> bool {
        self.get_key(key).is_some()
    }

    fn put(&mut self, key: Key, value: Value) {
        self.insert_key(key, value);
    }
}

/// What is said of each key once it is read.
pub(super) trait EachKey<K> {
    fn check(&self, key: &K, context: &mut Context);
}

impl<K> EachKey<K> for Plain {
    #[inline]
    fn check(&self, _: &K, _: &mut Context) {}
}

/// Reads entries until there is no more; `None` if something is wrong with one of them.
pub(super) fn collect<'de, K, V, C: Collect<K, V>, A: MapAccess<'de>>(
    mut entries: A,
    read_key: impl Fn(RawKey<'de>, &C, &mut Context) -> Option<K>,
    values: &impl Each<'de, V>,
    context: &mut Context,
) -> Result<Option<C>, A::Error> {
    let mut collected = C::default();
    let (mut count, mut is_whole) = (0, true);
    loop {
        let mark = context.mark();
        let Some(raw) = entries.next_key_seed(KeySeed(context))? else { break };
        count += 1;
        let Some(raw) = raw else {
            is_whole = false;
            entries.next_value::<IgnoredAny>()?;
            continue;
        };
        // Borrowed from the text, as a rule: nothing is copied.
        let key = read_key(raw.clone(), &collected, context);
        context.report.blame_keys(mark);
        let value = entries.next_value_seed(EachSeed::new(values, context))?;
        context.put_within(mark, || raw.into_segment());
        match (key, value) {
            (Some(key), Some(value)) => collected.put(key, value),
            _ => is_whole = false,
        }
    }
    if !is_whole {
        context.holed = Some(count);
        return Ok(None);
    }
    Ok(Some(collected))
}

fn read_key<'de, K: Decode<'de>, V>(
    raw: RawKey<'de>,
    collected: &impl Collect<K, V>,
    keys: &impl EachKey<K>,
    context: &mut Context,
) -> Option<K> {
    let key = K::__from_key(raw).map_or_else(|issue| context.fault(issue), Some)?;
    keys.check(&key, context);
    match collected.has(&key) {
        true => context.fault(Issue::new("duplicate_field")),
        false => Some(key),
    }
}

/// The kind of a dict.
pub(super) struct DictOf<'e, K, V, C, EK, EV> {
    keys: &'e EK,
    values: &'e EV,
    made: PhantomData<(K, V, C)>,
}

impl<'e, K, V, C, EK, EV> DictOf<'e, K, V, C, EK, EV> {
    pub(super) const fn new(keys: &'e EK, values: &'e EV) -> Self {
        Self { keys, values, made: PhantomData }
    }
}

impl<'de, K, V, C, EK, EV> Kind<'de> for DictOf<'_, K, V, C, EK, EV>
where
    K: Decode<'de>,
    C: Collect<K, V> + FieldType,
    EK: EachKey<K>,
    EV: Each<'de, V>,
{
    type Made = C;

    fn expected(&self) -> TypeSpec {
        C::TYPE
    }

    fn hint<D: Deserializer<'de>>(deserializer: D, reader: Reader<'_, Self>) -> Result<Option<C>, D::Error> {
        deserializer.deserialize_map(reader)
    }

    fn map<A: MapAccess<'de>>(self, mut entries: A, context: &mut Context) -> Result<Option<C>, A::Error> {
        if context.enter().is_none() {
            skip_entries(&mut entries)?;
            return Ok(None);
        }
        let read_key = |raw, collected: &C, context: &mut Context| read_key(raw, collected, self.keys, context);
        let collected = collect(entries, read_key, self.values, context);
        context.leave();
        collected
    }
}

impl<'de, K, V, S> Decode<'de> for HashMap<K, V, S>
where
    K: Decode<'de> + Eq + Hash,
    V: Decode<'de>,
    S: BuildHasher + Default,
    Self: FieldType,
{
    fn decode<D: Deserializer<'de>>(deserializer: D, context: &mut Context) -> Result<Option<Self>, D::Error> {
        read(DictOf::new(&Plain, &Plain), deserializer, context)
    }
}

impl<'de, K: Decode<'de> + Ord, V: Decode<'de>> Decode<'de> for BTreeMap<K, V> {
    fn decode<D: Deserializer<'de>>(deserializer: D, context: &mut Context) -> Result<Option<Self>, D::Error> {
        read(DictOf::new(&Plain, &Plain), deserializer, context)
    }
}
