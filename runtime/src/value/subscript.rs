//! Python's `value[key]` and `value[start:stop:step]`.

#![allow(clippy::similar_names, reason = "Python's names for the parts of a slice")]

use super::operator::not_an_index;
use super::{Bytes, List, Number, Str, Tuple, Value};
use crate::args::Args;
use crate::error::Error;
use crate::instance;

/// Subscripts.
impl Value {
    /// Python's `value[key]`: an item by its position, negative from the end, or the value of a key.
    ///
    /// ```
    /// use metaclass::Value;
    ///
    /// let list = Value::from(vec!["a", "b"]);
    /// assert_eq!(list.get_item(&(-1).into())?, "b".into());
    /// let error = list.get_item(&2.into()).unwrap_err();
    /// assert_eq!(format!("{error:?}"), "IndexError: list index out of range");
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    ///
    /// # Errors
    /// An `IndexError` or `KeyError` if there is no such item, a `TypeError` if there are none or if they have no such
    /// keys.
    pub fn get_item(&self, key: &Self) -> Result<Self, Error> {
        match self {
            Self::List(items) => {
                items.get(position("list", key, items.len())?).cloned().ok_or_else(|| out_of_range("list"))
            }
            Self::Tuple(items) => {
                items.get(position("tuple", key, items.len())?).cloned().ok_or_else(|| out_of_range("tuple"))
            }
            Self::Str(text) => character(text, key).map(Self::from),
            Self::Bytes(bytes) => {
                let byte = bytes.get(position("bytes", key, bytes.len())?);
                byte.map(|byte| Self::from(*byte)).ok_or_else(|| Error::index_error("index out of range"))
            }
            Self::Dict(dict) => dict.get_key(&key.hash_key()?).cloned().ok_or_else(|| no_key(key)),
            _ if self.defines("__getitem__") => instance::call(self, "__getitem__", Args::new().with(key.clone())),
            _ => Err(self.lacks("is not subscriptable")),
        }
    }

    /// Python's `value[key] = item`.
    ///
    /// # Errors
    /// An `IndexError` if there is no such item, a `TypeError` if none can be set or if they have no such keys.
    pub fn set_item(&mut self, key: &Self, item: impl Into<Self>) -> Result<(), Error> {
        match self {
            Self::List(items) => {
                let position = position("list", key, items.len())?;
                let slot = items.as_mut_slice().get_mut(position);
                *slot.ok_or_else(|| Error::index_error("list assignment index out of range"))? = item.into();
                Ok(())
            }
            Self::Dict(dict) => {
                dict.insert_key(key.hash_key()?, item.into());
                Ok(())
            }
            _ if self.defines("__setitem__") => {
                instance::call_mut(self, "__setitem__", Args::new().with(key.clone()).with(item)).map(drop)
            }
            _ => Err(self.lacks("does not support item assignment")),
        }
    }

    /// Python's `del value[key]`.
    ///
    /// # Errors
    /// An `IndexError` or `KeyError` if there is no such item, a `TypeError` if none can be deleted or if they have no
    /// such keys.
    pub fn del_item(&mut self, key: &Self) -> Result<(), Error> {
        match self {
            Self::List(items) => {
                let position = position("list", key, items.len())?;
                let removed = items.remove(position);
                removed.map(drop).ok_or_else(|| Error::index_error("list assignment index out of range"))
            }
            Self::Dict(dict) => dict.remove_key(&key.hash_key()?).map(drop).ok_or_else(|| no_key(key)),
            _ if self.defines("__delitem__") => {
                instance::call_mut(self, "__delitem__", Args::new().with(key.clone())).map(drop)
            }
            _ => Err(self.lacks("doesn't support item deletion")),
        }
    }

    /// Python's `value[start:stop:step]`, with `()` for what is left out.
    ///
    /// ```
    /// use metaclass::Value;
    ///
    /// let list = Value::from(vec![1, 2, 3, 4]);
    /// assert_eq!(list.slice(1, (), ())?, vec![2, 3, 4].into());
    /// assert_eq!(list.slice((), (), -2)?, vec![4, 2].into());
    /// assert_eq!(Value::from("abc").slice(-2, (), ())?, "bc".into());
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    ///
    /// # Errors
    /// A `TypeError` if it has no slices, or if a bound is no integer; a `ValueError` if the step is zero.
    pub fn slice(&self, start: impl Into<Self>, stop: impl Into<Self>, step: impl Into<Self>) -> Result<Self, Error> {
        let slice = |len: usize| Slice::new(&start.into(), &stop.into(), &step.into(), len);
        match &*self.plain() {
            Self::List(items) => Ok(List::from(slice(items.len())?.of(items)).into()),
            Self::Tuple(items) => Ok(Tuple::from(slice(items.len())?.of(items)).into()),
            Self::Bytes(bytes) => Ok(Bytes::from(slice(bytes.len())?.of(bytes)).into()),
            Self::Str(text) => {
                let chars: Vec<char> = text.chars().collect();
                let slice = slice(chars.len())?;
                Ok(Str::from(slice.of(&chars).into_iter().collect::<String>()).into())
            }
            Self::Dict(_) => Err(Error::type_error("unhashable type: 'slice'")),
            _ => Err(self.lacks("is not subscriptable")),
        }
    }

    #[cold]
    fn lacks(&self, what: &str) -> Error {
        Error::type_error(format!("'{}' object {what}", self.type_name()))
    }
}

#[cold]
fn out_of_range(class: &str) -> Error {
    Error::index_error(format!("{class} index out of range"))
}

#[cold]
fn no_key(key: &Value) -> Error {
    Error::key_error(key.repr().to_string())
}

/// The place of an item of a sequence of this class, counted from the start; one that there is not is beyond the end.
fn position(class: &str, key: &Value, len: usize) -> Result<usize, Error> {
    match key.plain().numeric() {
        Some(Number::Int(index)) => from_the_start(index, len),
        _ => Err(no_position(class, key)),
    }
}

fn from_the_start(index: i128, len: usize) -> Result<usize, Error> {
    let index = isize::try_from(index).map_err(|_| not_an_index(Error::index_error))?;
    Ok(match usize::try_from(index) {
        Ok(index) => index,
        Err(_) => len.checked_sub(index.unsigned_abs()).unwrap_or(usize::MAX),
    })
}

#[cold]
fn no_position(class: &str, key: &Value) -> Error {
    let key = key.type_name();
    Error::type_error(match class {
        "str" => format!("string indices must be integers, not '{key}'"),
        "bytes" => format!("byte indices must be integers or slices, not {key}"),
        class => format!("{class} indices must be integers or slices, not {key}"),
    })
}

fn character(text: &Str, key: &Value) -> Result<char, Error> {
    // Counting takes as long as finding.
    let len = text.chars().count();
    let position = position("str", key, len)?;
    text.chars().nth(position).ok_or_else(|| out_of_range("string"))
}

/// Farther than any sequence goes, and so near that no sum of two overflows.
const FARTHEST: i128 = i128::MAX >> 2;

/// A slice of a sequence whose length is known.
struct Slice {
    start: i128,
    step: i128,
    count: usize,
}

impl Slice {
    /// Bounds beyond the ends are the ends.
    ///
    /// Source: `PySlice_AdjustIndices` in CPython's `Objects/sliceobject.c`.
    fn new(start: &Value, stop: &Value, step: &Value, len: usize) -> Result<Self, Error> {
        let step = match bound(step)?.unwrap_or(1) {
            0 => return Err(Error::value_error("slice step cannot be zero")),
            step => step.clamp(-FARTHEST, FARTHEST),
        };
        let (start, stop) = (bound(start)?, bound(stop)?);
        let len = i128::try_from(len).unwrap_or(FARTHEST);
        let (first, last) = if step > 0 { (0, len) } else { (-1, len - 1) };
        let within = |bound: i128| if bound < 0 { bound.saturating_add(len) } else { bound }.clamp(first, last);
        let start = start.map_or(if step > 0 { first } else { last }, within);
        let stop = stop.map_or(if step > 0 { last } else { first }, within);
        let distance = if step > 0 { stop - start } else { start - stop };
        let count = if distance > 0 { (distance - 1) / step.abs() + 1 } else { 0 };
        Ok(Self { start, step, count: usize::try_from(count).unwrap_or(0) })
    }

    fn of<T: Clone>(&self, items: &[T]) -> Vec<T> {
        let positions = (0..self.count).zip(0_i128..).map(|(_, i)| self.start + i * self.step);
        let items = positions.filter_map(|position| items.get(usize::try_from(position).ok()?));
        items.cloned().collect()
    }
}

/// A bound of a slice, if there is one.
fn bound(value: &Value) -> Result<Option<i128>, Error> {
    match (value, value.plain().numeric()) {
        (Value::None, _) => Ok(None),
        (_, Some(Number::Int(bound))) => Ok(Some(bound)),
        _ => Err(Error::type_error("slice indices must be integers or None or have an __index__ method")),
    }
}
