//! Lists, tuples, dicts and sets.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::hash::{BuildHasher, Hash};

use super::FieldType;
use crate::error::Error;
use crate::path::Segment;
use crate::spec::{Ref, Text, TypeSpec};
use crate::validate::{Report, View};
use crate::value::{Dict, Key, List, Set, Tuple, Value};

/// How an item is read: as it is, or as `asdict` shows it.
type Read<T> = fn(&T) -> Result<Value, Error>;

/// Reads items into a list.
pub(super) fn to_list<'a, T: 'a>(items: impl IntoIterator<Item = &'a T>, read: Read<T>) -> Result<Value, Error> {
    let items = items.into_iter().enumerate().map(|(i, item)| read(item).map_err(|error| error.at(i)));
    Ok(List::from(items.collect::<Result<Vec<_>, _>>()?).into())
}

/// Makes items of a list.
pub(super) fn from_list<T: FieldType, C: FromIterator<T>>(value: Value) -> Result<C, Error> {
    let items = List::try_from(value)?.into_iter().enumerate();
    items.map(|(i, item)| T::from_value(item).map_err(|error| error.at(i))).collect()
}

fn to_set<'a, T: FieldType + 'a>(items: impl IntoIterator<Item = &'a T>) -> Result<Value, Error> {
    let keys = items.into_iter().map(|item| Key::of_rust(item.to_value()?));
    Ok(keys.collect::<Result<Set, _>>()?.into())
}

fn from_set<T: FieldType, C: FromIterator<T>>(value: Value) -> Result<C, Error> {
    match value.into_plain() {
        Value::Set(set) => set.into_iter().map(from_key).collect(),
        other => Err(Error::expected(&"set", other.type_name())),
    }
}

fn to_dict<'a, K: FieldType + 'a, V: 'a>(
    entries: impl IntoIterator<Item = (&'a K, &'a V)>,
    read: Read<V>,
) -> Result<Value, Error> {
    let mut dict = Dict::new();
    for (key, value) in entries {
        let key = Key::of_rust(key.to_value()?)?;
        let value = read(value).map_err(|error| error.at(segment(key.value())))?;
        dict.insert_key(key, value);
    }
    Ok(dict.into())
}

fn from_dict<K: FieldType, V: FieldType, C: FromIterator<(K, V)>>(value: Value) -> Result<C, Error> {
    let entries = Dict::try_from(value)?.into_iter().map(|(key, value)| {
        let place = segment(&key);
        Ok((from_key(key)?, V::from_value(value).map_err(|error| error.at(place))?))
    });
    entries.collect()
}

fn segment(key: &Value) -> Segment {
    Segment::Key(Text::from(key.to_string()))
}

/// Makes what was a key: a sequence was turned into a tuple, since a list is no key.
fn from_key<T: FieldType>(key: Value) -> Result<T, Error> {
    T::from_value(match (key, T::TYPE) {
        (Value::Tuple(items), TypeSpec::List(_)) => List::from(items).into(),
        (key, _) => key,
    })
}

impl<T: FieldType> FieldType for Vec<T> {
    const TYPE: TypeSpec = T::__LIST;
    const __VALIDATED: bool = T::__VALIDATED;

    fn to_value(&self) -> Result<Value, Error> {
        T::__slice_to_value(self)
    }

    fn from_value(value: Value) -> Result<Self, Error> {
        T::__vec_from_value(value)
    }

    fn __to_dict(&self) -> Result<Value, Error> {
        slice_to_dict(self)
    }

    #[inline]
    fn __view(&self) -> View<'_> {
        T::__view_of(self)
    }

    #[inline]
    fn __validate(&self, report: &mut Report) {
        validate(self.iter(), report);
    }
}

/// Checks the instances of classes among items.
#[inline]
pub(super) fn validate<'a, T: FieldType + 'a>(items: impl Iterator<Item = &'a T>, report: &mut Report) {
    if !T::__VALIDATED {
        return;
    }
    for (i, item) in items.enumerate() {
        let mark = report.len();
        item.__validate(report);
        report.prefix(mark, || i.into());
    }
}

/// Checks the instances of classes among keys and values.
fn validate_entries<'a, K, V>(entries: impl Iterator<Item = (&'a K, &'a V)>, report: &mut Report)
where
    K: FieldType + 'a,
    V: FieldType + 'a,
{
    for (key, value) in entries {
        let mark = report.len();
        key.__validate(report);
        value.__validate(report);
        report.prefix(mark, || crate::validate::key_segment(key));
    }
}

/// As `asdict` shows items: bytes stay bytes.
pub(super) fn slice_to_dict<T: FieldType>(items: &[T]) -> Result<Value, Error> {
    match T::__LIST {
        TypeSpec::Bytes => T::__slice_to_value(items),
        _ => to_list(items, T::__to_dict),
    }
}

impl<T: FieldType, const N: usize> FieldType for [T; N] {
    const TYPE: TypeSpec = T::__LIST;
    const __VALIDATED: bool = T::__VALIDATED;

    fn to_value(&self) -> Result<Value, Error> {
        T::__slice_to_value(self)
    }

    fn from_value(value: Value) -> Result<Self, Error> {
        let items = T::__vec_from_value(value)?;
        items.try_into().map_err(|items: Vec<T>| Error::value_error(format!("expected {N} items, got {}", items.len())))
    }

    fn __to_dict(&self) -> Result<Value, Error> {
        slice_to_dict(self)
    }

    #[inline]
    fn __view(&self) -> View<'_> {
        T::__view_of(self)
    }

    #[inline]
    fn __validate(&self, report: &mut Report) {
        validate(self.iter(), report);
    }
}

impl<T: FieldType> FieldType for VecDeque<T> {
    const TYPE: TypeSpec = TypeSpec::List(Ref::Static(&T::TYPE));
    const __VALIDATED: bool = T::__VALIDATED;

    fn to_value(&self) -> Result<Value, Error> {
        to_list(self, T::to_value)
    }

    fn from_value(value: Value) -> Result<Self, Error> {
        from_list(value)
    }

    fn __to_dict(&self) -> Result<Value, Error> {
        to_list(self, T::__to_dict)
    }

    #[inline]
    fn __view(&self) -> View<'_> {
        View::Items(self)
    }

    #[inline]
    fn __validate(&self, report: &mut Report) {
        validate(self.iter(), report);
    }
}

impl<T: FieldType + Eq + Hash, S: BuildHasher + Default> FieldType for HashSet<T, S> {
    const TYPE: TypeSpec = TypeSpec::Set(Ref::Static(&T::TYPE));
    const __VALIDATED: bool = T::__VALIDATED;

    fn to_value(&self) -> Result<Value, Error> {
        to_set(self)
    }

    fn from_value(value: Value) -> Result<Self, Error> {
        from_set(value)
    }

    #[inline]
    fn __view(&self) -> View<'_> {
        View::Items(self)
    }

    #[inline]
    fn __validate(&self, report: &mut Report) {
        validate(self.iter(), report);
    }
}

impl<T: FieldType + Ord> FieldType for BTreeSet<T> {
    const TYPE: TypeSpec = TypeSpec::Set(Ref::Static(&T::TYPE));
    const __VALIDATED: bool = T::__VALIDATED;

    fn to_value(&self) -> Result<Value, Error> {
        to_set(self)
    }

    fn from_value(value: Value) -> Result<Self, Error> {
        from_set(value)
    }

    #[inline]
    fn __view(&self) -> View<'_> {
        View::Items(self)
    }

    #[inline]
    fn __validate(&self, report: &mut Report) {
        validate(self.iter(), report);
    }
}

impl<K: FieldType + Eq + Hash, V: FieldType, S: BuildHasher + Default> FieldType for HashMap<K, V, S> {
    const TYPE: TypeSpec = TypeSpec::Dict(Ref::Static(&K::TYPE), Ref::Static(&V::TYPE));
    const __VALIDATED: bool = K::__VALIDATED || V::__VALIDATED;

    fn to_value(&self) -> Result<Value, Error> {
        to_dict(self, V::to_value)
    }

    fn from_value(value: Value) -> Result<Self, Error> {
        from_dict(value)
    }

    fn __to_dict(&self) -> Result<Value, Error> {
        to_dict(self, V::__to_dict)
    }

    #[inline]
    fn __view(&self) -> View<'_> {
        View::Entries(self.len())
    }

    #[inline]
    fn __validate(&self, report: &mut Report) {
        validate_entries(self.iter(), report);
    }
}

impl<K: FieldType + Ord, V: FieldType> FieldType for BTreeMap<K, V> {
    const TYPE: TypeSpec = TypeSpec::Dict(Ref::Static(&K::TYPE), Ref::Static(&V::TYPE));
    const __VALIDATED: bool = K::__VALIDATED || V::__VALIDATED;

    fn to_value(&self) -> Result<Value, Error> {
        to_dict(self, V::to_value)
    }

    fn from_value(value: Value) -> Result<Self, Error> {
        from_dict(value)
    }

    fn __to_dict(&self) -> Result<Value, Error> {
        to_dict(self, V::__to_dict)
    }

    #[inline]
    fn __view(&self) -> View<'_> {
        View::Entries(self.len())
    }

    #[inline]
    fn __validate(&self, report: &mut Report) {
        validate_entries(self.iter(), report);
    }
}

macro_rules! tuples {
    ($($len:literal ($($name:ident $index:tt)+))*) => {$(
        impl<$($name: FieldType),+> FieldType for ($($name,)+) {
            const TYPE: TypeSpec = TypeSpec::Tuple(Ref::Static(&[$($name::TYPE),+]));
            const __VALIDATED: bool = $($name::__VALIDATED)||+;

            fn __validate(&self, report: &mut Report) {
                $(
                    let mark = report.len();
                    self.$index.__validate(report);
                    report.prefix(mark, || $index.into());
                )+
            }

            fn to_value(&self) -> Result<Value, Error> {
                let items = vec![$(self.$index.to_value().map_err(|error| error.at($index))?),+];
                Ok(Tuple::from(items).into())
            }

            fn from_value(value: Value) -> Result<Self, Error> {
                let mut items = tuple_items(value, $len)?.into_iter();
                // The length is right: no item is missing.
                Ok(($($name::from_value(items.next().unwrap_or_default()).map_err(|error| error.at($index))?,)+))
            }

            fn __to_dict(&self) -> Result<Value, Error> {
                let items = vec![$(self.$index.__to_dict().map_err(|error| error.at($index))?),+];
                Ok(Tuple::from(items).into())
            }
        }
    )*};
}

tuples! {
    1 (A 0)
    2 (A 0 B 1)
    3 (A 0 B 1 C 2)
    4 (A 0 B 1 C 2 D 3)
    5 (A 0 B 1 C 2 D 3 E 4)
    6 (A 0 B 1 C 2 D 3 E 4 F 5)
    7 (A 0 B 1 C 2 D 3 E 4 F 5 G 6)
    8 (A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7)
    9 (A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8)
    10 (A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9)
    11 (A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10)
    12 (A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11)
}

fn tuple_items(value: Value, len: usize) -> Result<Tuple, Error> {
    match value.into_plain() {
        Value::Tuple(items) if items.len() == len => Ok(items),
        Value::Tuple(items) => Err(Error::value_error(format!("expected tuple of {len}, got {}", items.len()))),
        other => Err(Error::expected(&"tuple", other.type_name())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn round_trip<T: FieldType + PartialEq + std::fmt::Debug>(value: T, ty: &str, text: &str) {
        let read = value.to_value().unwrap();
        assert_eq!((T::TYPE.to_string().as_str(), read.repr().to_string().as_str()), (ty, text));
        assert_eq!(value.__to_dict().unwrap(), read);
        assert_eq!(T::from_value(read).unwrap(), value);
    }

    #[track_caller]
    fn refused<T: FieldType>(value: impl Into<Value>, text: &str) {
        assert_eq!(T::from_value(value.into()).map(drop).map_err(|error| error.to_string()), Err(text.to_owned()));
    }

    #[test]
    fn collections_are_read_and_made() {
        round_trip(vec![1, 2], "list[int]", "[1, 2]");
        round_trip(VecDeque::from([1.5]), "list[float]", "[1.5]");
        round_trip(["a", "b"].map(String::from), "list[str]", "['a', 'b']");
        round_trip([1_u8, 2], "bytes", r"b'\x01\x02'");
        round_trip(HashSet::from([1]), "set[int]", "{1}");
        round_trip(BTreeSet::from(['b', 'a']), "set[str]", "{'a', 'b'}");
        round_trip(HashMap::from([(String::from("a"), vec![1])]), "dict[str, list[int]]", "{'a': [1]}");
        round_trip(BTreeMap::from([(1, true)]), "dict[int, bool]", "{1: True}");
        round_trip((1, String::from("a"), (true,)), "tuple[int, str, tuple[bool]]", "(1, 'a', (True,))");
    }

    #[test]
    fn a_sequence_used_as_a_key_becomes_a_tuple() {
        round_trip(BTreeMap::from([(vec![1, 2], 3)]), "dict[list[int], int]", "{(1, 2): 3}");
        round_trip(BTreeSet::from([vec![1]]), "set[list[int]]", "{(1,)}");
        let error = BTreeMap::from([(vec![BTreeSet::from([1])], 2)]).to_value().unwrap_err();
        assert_eq!(error.to_string(), "unhashable type: 'set'");
    }

    #[test]
    fn the_place_of_a_wrong_item_is_told() {
        refused::<Vec<Vec<i32>>>(vec![Value::from([1]), Value::from(["a"])], "[1][0]: expected int, got str");
        refused::<BTreeMap<String, i32>>(Dict::from([("a", "b")]), "['a']: expected int, got str");
        refused::<(i32, i32)>(Tuple::from(vec![1.into(), Value::None]), "[1]: expected int, got NoneType");
        refused::<(i32, i32)>(Tuple::from(vec![1.into()]), "expected tuple of 2, got 1");
        refused::<(i32, i32)>(vec![1, 2], "expected tuple, got list");
        refused::<[i32; 2]>(vec![1], "expected 2 items, got 1");
        refused::<BTreeSet<i32>>(vec![1], "expected set, got list");
        assert_eq!(vec![vec![u128::MAX]].to_value().unwrap_err().path().to_string(), "[0][0]");
    }
}
