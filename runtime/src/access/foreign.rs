//! Foreign types: held as opaque values, within the containers that are literally written around them.
//!
//! The macro hands down the written shape (`Option<Vec<Uuid>>` is `Opt(Many(Leaf))`), since a type alone does not say
//! where it stops being a container. Should a name mean another type than the one it looks like, no level with that
//! shape fits, and the field is taken as a whole.

use std::fmt::{self, Debug};
use std::marker::PhantomData;

use super::{Read, Write};
use crate::error::Error;
use crate::value::{Foreign, List, OpaqueValue, Show, Value, short_type_name};

/// The shape of a type that is no container.
pub struct Leaf;
/// The shape of an `Option`.
pub struct Opt<S>(pub S);
/// The shape of a `Vec`.
pub struct Many<S>(pub S);
/// The shape of a `Box`.
pub struct Boxed<S>(pub S);

/// Kinds of foreign types: `Debug` and `PartialEq`.
pub struct Comparable;
/// Kinds of foreign types: `Debug`.
pub struct Printable;
/// Kinds of foreign types: nothing but copied.
pub struct Copied;

/// A foreign type of a shape and a kind.
pub trait Through<S, K>: Sized {
    /// Opaque values within lists and `None`.
    fn read(&self) -> Value;

    /// Writes the repr: the `Debug` of what is opaque.
    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// Takes the opaque values out of lists and `None` again.
    fn make(value: Value) -> Result<Self, Error>;
}

/// Takes an opaque value out again.
fn take<T: 'static>(value: Value) -> Result<T, Error> {
    let refused = |got: &str| Error::expected(&short_type_name::<T>(), got);
    match value {
        Value::Opaque(value) => value.downcast().map_err(|other| refused(other.get().type_name())),
        other => Err(refused(other.type_name())),
    }
}

fn hold<T>(value: &T, debug: Option<Show<T>>, eq: Option<fn(&T, &T) -> bool>) -> Value
where
    T: Clone + Send + Sync + 'static,
{
    OpaqueValue::new(Foreign { value: value.clone(), debug, eq }).into()
}

impl<T: Debug + PartialEq + Clone + Send + Sync + 'static> Through<Leaf, Comparable> for T {
    fn read(&self) -> Value {
        hold(self, Some(Debug::fmt), Some(PartialEq::eq))
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fmt(f)
    }

    fn make(value: Value) -> Result<Self, Error> {
        take(value)
    }
}

impl<T: Debug + Clone + Send + Sync + 'static> Through<Leaf, Printable> for T {
    fn read(&self) -> Value {
        hold(self, Some(Debug::fmt), None)
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fmt(f)
    }

    fn make(value: Value) -> Result<Self, Error> {
        take(value)
    }
}

impl<T: Clone + Send + Sync + 'static> Through<Leaf, Copied> for T {
    fn read(&self) -> Value {
        hold(self, None, None)
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}>", short_type_name::<T>())
    }

    fn make(value: Value) -> Result<Self, Error> {
        take(value)
    }
}

impl<T: Through<S, K>, S, K> Through<Opt<S>, K> for Option<T> {
    fn read(&self) -> Value {
        self.as_ref().map_or(Value::None, T::read)
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Some(inner) => inner.show(f),
            None => f.write_str("None"),
        }
    }

    fn make(value: Value) -> Result<Self, Error> {
        match value {
            Value::None => Ok(None),
            value => T::make(value).map(Some),
        }
    }
}

impl<T: Through<S, K>, S, K> Through<Many<S>, K> for Vec<T> {
    fn read(&self) -> Value {
        List::from(self.iter().map(T::read).collect::<Vec<_>>()).into()
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[")?;
        for (i, item) in self.iter().enumerate() {
            f.write_str(if i > 0 { ", " } else { "" })?;
            item.show(f)?;
        }
        f.write_str("]")
    }

    fn make(value: Value) -> Result<Self, Error> {
        let items = List::try_from(value)?.into_iter().enumerate();
        items.map(|(i, item)| T::make(item).map_err(|error| error.at(i))).collect()
    }
}

impl<T: Through<S, K>, S, K> Through<Boxed<S>, K> for Box<T> {
    fn read(&self) -> Value {
        (**self).read()
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).show(f)
    }

    fn make(value: Value) -> Result<Self, Error> {
        T::make(value).map(Self::new)
    }
}

/// A foreign field, read by its shape and kind.
pub(super) struct ReadThrough<'a, T, S, K>(&'a T, PhantomData<(S, K)>);

impl<'a, T, S, K> ReadThrough<'a, T, S, K> {
    pub(super) const fn new(field: &'a T) -> Self {
        Self(field, PhantomData)
    }
}

impl<T: Through<S, K>, S, K> Read for ReadThrough<'_, T, S, K> {
    fn to_value(&self) -> Result<Value, Error> {
        Ok(self.0.read())
    }

    fn fmt_repr(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.show(f)
    }
}

/// A foreign field, written by its shape.
pub(super) struct WriteThrough<'a, T, S>(&'a mut T, PhantomData<S>);

impl<'a, T, S> WriteThrough<'a, T, S> {
    pub(super) const fn new(field: &'a mut T) -> Self {
        Self(field, PhantomData)
    }
}

impl<T: Through<S, Copied>, S> Write for WriteThrough<'_, T, S> {
    fn write(&mut self, value: Value) -> Result<(), Error> {
        *self.0 = T::make(value)?;
        Ok(())
    }
}
