//! Lists, sets, tuples and bytes.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet, VecDeque};
use std::hash::{BuildHasher, Hash};
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Arc;

use serde::de::{DeserializeSeed, Deserializer, SeqAccess};

use super::context::skip_items;
use super::kind::{Kind, Reader, read};
use super::{Context, Decode};
use crate::field_type::FieldType;
use crate::spec::{Ref, Text, TypeSpec};
use crate::validate::Issue;

/// How each item is read.
pub(super) trait Each<'de, T> {
    fn read<D: Deserializer<'de>>(&self, deserializer: D, context: &mut Context) -> Result<Option<T>, D::Error>;
}

/// By itself.
pub(super) struct Plain;

impl<'de, T: Decode<'de>> Each<'de, T> for Plain {
    #[inline]
    fn read<D: Deserializer<'de>>(&self, deserializer: D, context: &mut Context) -> Result<Option<T>, D::Error> {
        T::decode(deserializer, context)
    }
}

/// Reads one item.
pub(super) struct EachSeed<'c, 'e, T, E> {
    each: &'e E,
    context: &'c mut Context,
    item: PhantomData<T>,
}

impl<'c, 'e, T, E> EachSeed<'c, 'e, T, E> {
    #[inline]
    pub(super) const fn new(each: &'e E, context: &'c mut Context) -> Self {
        Self { each, context, item: PhantomData }
    }
}

impl<'de, T, E: Each<'de, T>> DeserializeSeed<'de> for EachSeed<'_, '_, T, E> {
    type Value = Option<T>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        self.each.read(deserializer, self.context)
    }
}

/// What items are put into.
pub(super) trait Gather<T> {
    fn with_room_for(count: usize) -> Self;

    /// Puts an item in, unless it is in already.
    fn put(&mut self, item: T) -> bool;
}

impl<T> Gather<T> for Vec<T> {
    #[inline]
    fn with_room_for(count: usize) -> Self {
        Self::with_capacity(count)
    }

    #[inline]
    fn put(&mut self, item: T) -> bool {
        self.push(item);
        true
    }
}

impl<T: Eq + Hash, S: BuildHasher + Default> Gather<T> for HashSet<T, S> {
    fn with_room_for(count: usize) -> Self {
        Self::with_capacity_and_hasher(count, S::default())
    }

    fn put(&mut self, item: T) -> bool {
        self.insert(item)
    }
}

impl<T: Ord> Gather<T> for BTreeSet<T> {
    fn with_room_for(_: usize) -> Self {
        Self::new()
    }

    fn put(&mut self, item: T) -> bool {
        self.insert(item)
    }
}

/// What a format says of the number of items is believed up to a mebibyte.
fn room_for<T>(count: Option<usize>) -> usize {
    const MAX_BYTES: usize = 1 << 20;
    count.unwrap_or_default().min(MAX_BYTES / size_of::<T>().max(1))
}

/// Reads items until there is no more; `None` if something is wrong with one of them.
pub(super) fn gather<'de, T, C: Gather<T>, A: SeqAccess<'de>>(
    mut items: A,
    each: &impl Each<'de, T>,
    context: &mut Context,
) -> Result<Option<C>, A::Error> {
    let mut gathered = C::with_room_for(room_for::<T>(items.size_hint()));
    let (mut index, mut is_whole, mut is_distinct) = (0, true, true);
    loop {
        let mark = context.mark();
        let Some(item) = items.next_element_seed(EachSeed::new(each, context))? else { break };
        context.put_within(mark, || index.into());
        match item {
            Some(item) => is_distinct &= gathered.put(item),
            None => is_whole = false,
        }
        index += 1;
    }
    if !is_whole {
        context.holed = Some(index);
        return Ok(None);
    }
    if !is_distinct {
        // The data has no sets: an item that is lost would be lost silently.
        return Ok(context.fault(Issue::new("unique_items")));
    }
    Ok(Some(gathered))
}

/// The kind of a list or set of `T`, of the type `F` as a whole.
pub(super) struct ListOf<'e, T, C, F, E> {
    each: &'e E,
    made: PhantomData<(T, C, F)>,
}

impl<'e, T, C, F, E> ListOf<'e, T, C, F, E> {
    #[inline]
    pub(super) const fn new(each: &'e E) -> Self {
        Self { each, made: PhantomData }
    }
}

impl<'de, T, C: Gather<T>, F: FieldType, E: Each<'de, T>> Kind<'de> for ListOf<'_, T, C, F, E> {
    type Made = C;

    fn expected(&self) -> TypeSpec {
        F::TYPE
    }

    fn hint<D: Deserializer<'de>>(deserializer: D, reader: Reader<'_, Self>) -> Result<Option<C>, D::Error> {
        deserializer.deserialize_seq(reader)
    }

    #[inline]
    fn seq<A: SeqAccess<'de>>(self, mut items: A, context: &mut Context) -> Result<Option<C>, A::Error> {
        if context.enter().is_none() {
            skip_items(&mut items)?;
            return Ok(None);
        }
        let gathered = gather(items, self.each, context);
        context.leave();
        gathered
    }
}

/// Reads a list.
pub(super) fn decode_vec<'de, T: Decode<'de>, D: Deserializer<'de>>(
    deserializer: D,
    context: &mut Context,
) -> Result<Option<Vec<T>>, D::Error> {
    read(ListOf::<T, Vec<T>, Vec<T>, _>::new(&Plain), deserializer, context)
}

/// The kind of bytes: a list of them, or what a format has for bytes.
struct Bytes;

impl<'de> Kind<'de> for Bytes {
    type Made = Vec<u8>;

    fn expected(&self) -> TypeSpec {
        TypeSpec::Bytes
    }

    fn hint<D: Deserializer<'de>>(deserializer: D, reader: Reader<'_, Self>) -> Result<Option<Vec<u8>>, D::Error> {
        deserializer.deserialize_seq(reader)
    }

    fn bytes(self, value: &[u8], _: &mut Context) -> Option<Vec<u8>> {
        Some(value.to_vec())
    }

    fn seq<A: SeqAccess<'de>>(self, items: A, context: &mut Context) -> Result<Option<Vec<u8>>, A::Error> {
        gather(items, &Plain, context)
    }
}

/// Reads bytes.
pub(super) fn decode_bytes<'de, D: Deserializer<'de>>(
    deserializer: D,
    context: &mut Context,
) -> Result<Option<Vec<u8>>, D::Error> {
    read(Bytes, deserializer, context)
}

/// A list of another length than its type has.
fn wrong_length<T: FieldType, I>(items: &[I], count: usize) -> Issue {
    let expected = format!("{} of {count} item{}", T::TYPE, if count == 1 { "" } else { "s" });
    Issue::new("type").with_param("expected", expected).with_param("actual", items.len())
}

/// Items as an array of that length.
pub(super) fn into_array<T: FieldType, const N: usize>(items: Vec<T>, context: &mut Context) -> Option<[T; N]> {
    items.try_into().map_or_else(|items: Vec<T>| context.fault(wrong_length::<[T; N], T>(&items, N)), Some)
}

impl<'de, T: Decode<'de>> Decode<'de> for Vec<T> {
    #[inline]
    fn decode<D: Deserializer<'de>>(deserializer: D, context: &mut Context) -> Result<Option<Self>, D::Error> {
        T::__decode_vec(deserializer, context)
    }
}

impl<'de, T: Decode<'de>, const N: usize> Decode<'de> for [T; N] {
    fn decode<D: Deserializer<'de>>(deserializer: D, context: &mut Context) -> Result<Option<Self>, D::Error> {
        let items = match deserializer.is_human_readable() {
            true => T::__decode_vec(deserializer, context)?,
            // Formats that say nothing do not even say how many there are.
            false => read(ArrayOf::<T, N>(PhantomData), deserializer, context)?,
        };
        Ok(items.and_then(|items| into_array(items, context)))
    }
}

/// The kind of an array, for formats that say nothing of themselves.
struct ArrayOf<T, const N: usize>(PhantomData<T>);

impl<'de, T: Decode<'de>, const N: usize> Kind<'de> for ArrayOf<T, N> {
    type Made = Vec<T>;

    fn expected(&self) -> TypeSpec {
        Vec::<T>::TYPE
    }

    fn hint<D: Deserializer<'de>>(deserializer: D, reader: Reader<'_, Self>) -> Result<Option<Vec<T>>, D::Error> {
        deserializer.deserialize_tuple(N, reader)
    }

    fn seq<A: SeqAccess<'de>>(self, items: A, context: &mut Context) -> Result<Option<Vec<T>>, A::Error> {
        gather(items, &Plain, context)
    }
}

impl<'de, T: Decode<'de>> Decode<'de> for VecDeque<T> {
    fn decode<D: Deserializer<'de>>(deserializer: D, context: &mut Context) -> Result<Option<Self>, D::Error> {
        let items = read(ListOf::<T, Vec<T>, Self, _>::new(&Plain), deserializer, context)?;
        Ok(items.map(Self::from))
    }
}

impl<'de, T: Decode<'de> + Eq + Hash, S: BuildHasher + Default> Decode<'de> for HashSet<T, S>
where
    Self: FieldType,
{
    fn decode<D: Deserializer<'de>>(deserializer: D, context: &mut Context) -> Result<Option<Self>, D::Error> {
        read(ListOf::<T, Self, Self, _>::new(&Plain), deserializer, context)
    }
}

impl<'de, T: Decode<'de> + Ord> Decode<'de> for BTreeSet<T> {
    fn decode<D: Deserializer<'de>>(deserializer: D, context: &mut Context) -> Result<Option<Self>, D::Error> {
        read(ListOf::<T, Self, Self, _>::new(&Plain), deserializer, context)
    }
}

macro_rules! slices {
    ($($type:ident)*) => {$(
        impl<'de, T: Decode<'de>> Decode<'de> for $type<[T]> {
            fn decode<D: Deserializer<'de>>(
                deserializer: D,
                context: &mut Context,
            ) -> Result<Option<Self>, D::Error> {
                Ok(T::__decode_vec(deserializer, context)?.map(Self::from))
            }
        }
    )*};
}

slices! { Box Rc Arc }

impl<'de, T: Decode<'de> + Clone> Decode<'de> for Cow<'_, [T]> {
    fn decode<D: Deserializer<'de>>(deserializer: D, context: &mut Context) -> Result<Option<Self>, D::Error> {
        Ok(T::__decode_vec(deserializer, context)?.map(Self::Owned))
    }
}

/// The kind of a list of something foreign.
struct ForeignList<'e, T, E>(&'e E, PhantomData<T>);

impl<'de, T, E: Each<'de, T>> Kind<'de> for ForeignList<'_, T, E> {
    type Made = Vec<T>;

    fn expected(&self) -> TypeSpec {
        TypeSpec::List(Ref::Static(&TypeSpec::Opaque(Text::Static(""))))
    }

    fn hint<D: Deserializer<'de>>(deserializer: D, reader: Reader<'_, Self>) -> Result<Option<Vec<T>>, D::Error> {
        deserializer.deserialize_seq(reader)
    }

    fn seq<A: SeqAccess<'de>>(self, items: A, context: &mut Context) -> Result<Option<Vec<T>>, A::Error> {
        gather(items, self.0, context)
    }
}

/// Reads a list of something foreign.
pub(super) fn decode_foreign<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    each: &impl Each<'de, T>,
    context: &mut Context,
) -> Result<Option<Vec<T>>, D::Error> {
    read(ForeignList(each, PhantomData), deserializer, context)
}
