//! What Python's built-in functions do with anything that has items: `len`, `in`, `sorted`, `min`, `max`, `reversed`.

use super::{Comparison, List, Number, Value, no_attribute};
use crate::args::Args;
use crate::error::Error;
use crate::instance;

/// Values that have items.
impl Value {
    /// Python's `len(value)`.
    ///
    /// ```
    /// use metaclass::Value;
    ///
    /// assert_eq!(Value::from("äb").len()?, 2);
    /// let error = Value::from(1).len().unwrap_err();
    /// assert_eq!(error.to_string(), "object of type 'int' has no len()");
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    ///
    /// # Errors
    /// A `TypeError` if it has no items.
    #[allow(clippy::len_without_is_empty, reason = "`is_truthy` is Python's way to ask that")]
    pub fn len(&self) -> Result<usize, Error> {
        match self {
            Self::Str(text) => Ok(text.chars().count()),
            Self::Bytes(bytes) => Ok(bytes.len()),
            Self::List(items) => Ok(items.len()),
            Self::Tuple(items) => Ok(items.len()),
            Self::Set(set) => Ok(set.len()),
            Self::Dict(dict) => Ok(dict.len()),
            _ if self.defines("__len__") => len_of_instance(self),
            _ => Err(Error::type_error(format!("object of type '{}' has no len()", self.type_name()))),
        }
    }

    /// Python's `item in value`: an item of a list, a key of a dict, a part of a text.
    ///
    /// ```
    /// use metaclass::Value;
    ///
    /// assert!(Value::from("Rexroth").contains(&"Rex".into())?);
    /// assert!(Value::from(vec![1, 2]).contains(&2.0.into())?);
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    ///
    /// # Errors
    /// A `TypeError` if it has no items, or if they are never of such a kind.
    pub fn contains(&self, item: &Self) -> Result<bool, Error> {
        match self {
            Self::List(items) => Ok(items.contains(item)),
            Self::Tuple(items) => Ok(items.contains(item)),
            Self::Set(set) => Ok(set.contains(&item.hash_key()?)),
            Self::Dict(dict) => Ok(dict.get_key(&item.hash_key()?).is_some()),
            Self::Str(text) => match item {
                Self::Str(part) => Ok(text.contains(&**part)),
                other => {
                    let other = other.type_name();
                    Err(Error::type_error(format!("'in <string>' requires string as left operand, not {other}")))
                }
            },
            Self::Bytes(bytes) => contains_bytes(bytes, item),
            _ if self.defines("__contains__") => {
                instance::call(self, "__contains__", Args::new().with(item.clone())).map(|answer| answer.is_truthy())
            }
            _ if self.defines("__iter__") => Ok(self.iterate()?.any(|other| other == *item)),
            _ => Err(not_iterable(self.type_name())),
        }
    }

    /// Appends an item to a list: Python's `value.append(item)`.
    ///
    /// ```
    /// use metaclass::prelude::*;
    ///
    /// let cart = Class::builder("Cart").attr("items", Vec::<Value>::new()).build()?;
    /// let mut mine = cart.instantiate(args!())?;
    /// mine.update("items", |items| items.push("tea"))?;
    /// assert_eq!(mine.get("items")?, vec!["tea"].into());
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// An `AttributeError` if it is no list and has no such method; whatever that fails with.
    pub fn push(&mut self, item: impl Into<Self>) -> Result<(), Error> {
        match self {
            Self::List(items) => {
                items.push(item);
                Ok(())
            }
            _ if self.defines("append") => instance::call_mut(self, "append", Args::new().with(item)).map(drop),
            other => Err(no_attribute(other.type_name(), "append")),
        }
    }

    /// Python's `sorted(value)`: the items in ascending order; equal ones stay in their order.
    ///
    /// ```
    /// use metaclass::Value;
    ///
    /// assert_eq!(Value::from(vec![3, 1, 2]).sorted()?, vec![1, 2, 3].into());
    /// let error = Value::from(vec![Value::from(1), "a".into()]).sorted().unwrap_err();
    /// assert_eq!(error.to_string(), "'<' not supported between instances of 'str' and 'int'");
    /// # Ok::<(), metaclass::Error>(())
    /// ```
    ///
    /// # Errors
    /// A `TypeError` if it cannot be iterated, or if Python has no order for two of the items.
    pub fn sorted(&self) -> Result<Self, Error> {
        let items = sort(self.iterate()?.collect(), &|a, b| Comparison::Lt.holds(a, b))?;
        Ok(List::from(items).into())
    }

    /// Python's `min(value)`: the first of the least items.
    ///
    /// # Errors
    /// A `TypeError` if it cannot be iterated, or if Python has no order for two of the items; a `ValueError` if there
    /// are none.
    pub fn min(&self) -> Result<Self, Error> {
        self.extreme("min", Comparison::Lt)
    }

    /// Python's `max(value)`: the first of the greatest items.
    ///
    /// # Errors
    /// As for [`min`](Self::min).
    pub fn max(&self) -> Result<Self, Error> {
        self.extreme("max", Comparison::Gt)
    }

    fn extreme(&self, name: &str, comparison: Comparison) -> Result<Self, Error> {
        let mut items = self.iterate()?;
        let first = items.next().ok_or_else(|| Error::value_error(format!("{name}() arg is an empty sequence")))?;
        items.try_fold(first, |best, item| Ok(if comparison.holds(&item, &best)? { item } else { best }))
    }

    /// Python's `list(reversed(value))`.
    ///
    /// # Errors
    /// A `TypeError` if its items have no order.
    pub fn reversed(&self) -> Result<Self, Error> {
        if let Some(given) = instance::operate_alone("__reversed__", self) {
            return Ok(given?.iterate()?.collect::<List>().into());
        }
        match &*self.plain() {
            Self::Str(_) | Self::Bytes(_) | Self::List(_) | Self::Tuple(_) | Self::Dict(_) => {
                let mut items: Vec<Self> = self.iterate()?.collect();
                items.reverse();
                Ok(List::from(items).into())
            }
            _ => Err(Error::type_error(format!("'{}' object is not reversible", self.type_name()))),
        }
    }
}

/// There is no `in` for what is of this type.
#[cold]
pub(crate) fn not_iterable(type_name: &str) -> Error {
    Error::type_error(format!("argument of type '{type_name}' is not iterable"))
}

/// What `__len__` says, if that can be.
fn len_of_instance(value: &Value) -> Result<usize, Error> {
    let answer = instance::call(value, "__len__", Args::new())?;
    match answer.as_int() {
        Some(len) => usize::try_from(len).map_err(|_| Error::value_error("__len__() should return >= 0")),
        None => Err(Error::type_error(format!("'{}' object cannot be interpreted as an integer", answer.type_name()))),
    }
}

fn contains_bytes(bytes: &[u8], item: &Value) -> Result<bool, Error> {
    match (item, item.numeric()) {
        // The standard library searches text in linear time, and nothing else.
        (Value::Bytes(part), _) => Ok(as_text(bytes).contains(&as_text(part))),
        (_, Some(Number::Int(byte))) => match u8::try_from(byte) {
            Ok(byte) => Ok(bytes.contains(&byte)),
            Err(_) => Err(Error::value_error("byte must be in range(0, 256)")),
        },
        (other, _) => Err(Error::type_error(format!("a bytes-like object is required, not '{}'", other.type_name()))),
    }
}

/// A character for each byte.
fn as_text(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}

/// Sorts by merging. Python has no order for some values, and none that holds together for others: that of the standard
/// library may panic then.
fn sort(items: Vec<Value>, is_less: &dyn Fn(&Value, &Value) -> Result<bool, Error>) -> Result<Vec<Value>, Error> {
    let mut runs: Vec<Vec<Value>> = items.into_iter().map(|item| vec![item]).collect();
    while runs.len() > 1 {
        let mut merged = Vec::with_capacity(runs.len().div_ceil(2));
        let mut pending = runs.into_iter();
        while let Some(first) = pending.next() {
            merged.push(match pending.next() {
                Some(second) => merge(first, second, is_less)?,
                None => first,
            });
        }
        runs = merged;
    }
    Ok(runs.pop().unwrap_or_default())
}

fn merge(
    first: Vec<Value>,
    second: Vec<Value>,
    is_less: &dyn Fn(&Value, &Value) -> Result<bool, Error>,
) -> Result<Vec<Value>, Error> {
    let mut merged = Vec::with_capacity(first.len() + second.len());
    let (mut first, mut second) = (first.into_iter().peekable(), second.into_iter().peekable());
    while let (Some(a), Some(b)) = (first.peek(), second.peek()) {
        // Of equal ones, the first stays the first.
        merged.extend(if is_less(b, a)? { second.next() } else { first.next() });
    }
    merged.extend(first);
    merged.extend(second);
    Ok(merged)
}
