//! What a filter can ask, and what it is told.

use std::borrow::Cow;

use crate::class::{Class, Group, Kind, Placed, Slot};
use crate::dataclass::{Dataclass, at_field, is_hidden, private};
use crate::error::Error;
use crate::field_type::FieldType;
use crate::instance::{Instance, Shared, This};
use crate::spec::{ClassSpec, FieldSpec, Flags};
use crate::value::Value;

/// What is there to be compared, if it is there.
type Found<'a> = Result<Option<Cow<'a, Value>>, Error>;

/// What a [`Filter`](super::Filter) can ask: instances, and structs that are dataclasses.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be asked by a filter",
    note = "derive `Dataclass` for it, or give an `Instance`, a `Shared`, or a `Value` that is one of these"
)]
pub trait Filterable {
    /// Its class.
    #[doc(hidden)]
    fn __class(&self) -> &Class;

    /// What it stores itself under a name, past all descriptors and hooks.
    #[doc(hidden)]
    fn __stored(&self, name: &str) -> Found<'_>;

    /// The item of a named tuple at a position.
    #[doc(hidden)]
    fn __item(&self, position: usize) -> Found<'_>;

    /// What it stores at a place that was found in its very class.
    #[doc(hidden)]
    fn __at(&self, place: Place) -> Found<'_> {
        let _ = place;
        Ok(None)
    }
}

/// Where the instances of a class have a field.
#[derive(Clone, Copy)]
pub struct Place {
    /// In instances.
    slot: Option<usize>,
    /// In structs, and in the description.
    position: Option<usize>,
}

impl Filterable for Instance {
    fn __class(&self) -> &Class {
        self.class()
    }

    fn __stored(&self, name: &str) -> Found<'_> {
        Ok(self.get_own(name).map(Cow::Borrowed))
    }

    fn __item(&self, position: usize) -> Found<'_> {
        let items = self.payload().and_then(Value::as_tuple);
        Ok(items.and_then(|items| items.get(position)).map(Cow::Borrowed))
    }

    fn __at(&self, place: Place) -> Found<'_> {
        Ok(place.slot.and_then(|slot| self.at(slot)).map(Cow::Borrowed))
    }
}

impl Filterable for Shared {
    fn __class(&self) -> &Class {
        self.class()
    }

    fn __stored(&self, name: &str) -> Found<'_> {
        Ok(self.with(|this| this.get_own(name))??.map(Cow::Owned))
    }

    fn __item(&self, position: usize) -> Found<'_> {
        let value = Self::clone(self).into();
        let payload = This::of(&value, self.class()).payload()?;
        let items = payload.as_ref().and_then(Value::as_tuple);
        Ok(items.and_then(|items| items.get(position)).cloned().map(Cow::Owned))
    }
}

#[diagnostic::do_not_recommend]
impl<T: Dataclass + FieldType> Filterable for T {
    fn __class(&self) -> &Class {
        T::class()
    }

    fn __stored(&self, name: &str) -> Found<'_> {
        position(T::__SPEC, name).map_or(Ok(None), |position| self.__item(position))
    }

    fn __item(&self, position: usize) -> Found<'_> {
        let Some(field) = T::__SPEC.fields().get(position) else { return Ok(None) };
        let value = self.__field(position).to_value(field.ty());
        value.map(|value| Some(Cow::Owned(value))).map_err(|error| at_field(error, T::__SPEC, field.name()))
    }

    fn __at(&self, place: Place) -> Found<'_> {
        place.position.map_or(Ok(None), |position| self.__item(position))
    }
}

/// An instance, or a struct; other values have no fields.
impl Filterable for Value {
    fn __class(&self) -> &Class {
        self.class()
    }

    fn __stored(&self, name: &str) -> Found<'_> {
        match self {
            Self::Instance(instance) => instance.__stored(name),
            Self::Shared(shared) => shared.__stored(name),
            Self::Opaque(opaque) => match opaque.get().spec() {
                Some(spec) if spec.field(name).is_none() => Ok(None),
                _ => opaque.get().get(name).map(|value| Some(Cow::Owned(value))),
            },
            _ => Ok(None),
        }
    }

    fn __item(&self, position: usize) -> Found<'_> {
        match self {
            Self::Instance(instance) => instance.__item(position),
            Self::Shared(shared) => shared.__item(position),
            Self::Opaque(opaque) => match opaque.get().spec().and_then(|spec| spec.fields().get(position)) {
                Some(field) => self.__stored(field.name()),
                None => Ok(None),
            },
            _ => Ok(None),
        }
    }

    fn __at(&self, place: Place) -> Found<'_> {
        match self {
            Self::Instance(instance) => instance.__at(place),
            _ => Ok(None),
        }
    }
}

fn position(spec: &ClassSpec, name: &str) -> Option<usize> {
    spec.fields().iter().position(|field| field.name() == name)
}

/// What a class says of a name.
pub(super) struct Asked<'a> {
    class: &'a Class,
    name: &'a str,
    /// The field, if it is one.
    pub(super) field: Option<&'a FieldSpec>,
    slot: Option<usize>,
    /// The position, if it is an item of a named tuple.
    item: Option<usize>,
    /// What the class itself has.
    top: Option<&'a Placed>,
}

impl<'a> Asked<'a> {
    /// Looks a name up, without keeping it.
    ///
    /// # Errors
    /// An `AttributeError` for what may not be asked for.
    pub(super) fn look_up(class: &'a Class, name: &'a str) -> Result<Self, Error> {
        let top = class.table().get(name).and_then(Group::top);
        let slot = class.layout().place(name);
        let item = if slot.is_none() && class.spec().is_tuple() { position(class.spec(), name) } else { None };
        let field = match item {
            Some(item) => class.spec().fields().get(item),
            None => class.layout().find(name).and_then(Slot::field),
        };
        let is_declared = slot.is_some() || item.is_some();
        match field {
            Some(field) if field.has(Flags::SECRET) => return Err(secret(class, name)),
            Some(field) if field.has(Flags::PRIVATE) && is_hidden(field) => return Err(private(class.name(), name)),
            _ => {}
        }
        // What is less visible than its class, and what is an item, is a descriptor that gives what is stored.
        let gives_stored = item.is_some() || field.is_some_and(|field| field.has(Flags::PRIVATE));
        match top {
            Some(placed) if placed.kind == Kind::Data && !gives_stored => Err(no_field(class, name)),
            _ if !is_declared && name.starts_with('_') => Err(class.no_attribute(name)),
            _ => Ok(Self { class, name, field, slot, item, top }),
        }
    }

    /// Where instances have it, if the class says so.
    ///
    /// # Errors
    /// An `AttributeError` if the class does not say that they have it.
    pub(super) fn place(&self) -> Result<Place, Error> {
        let place = || Place { slot: self.slot, position: position(self.class.spec(), self.name) };
        match (self.slot.or(self.item), self.top.map(|placed| placed.kind)) {
            (Some(_), _) | (None, Some(Kind::Plain)) => Ok(place()),
            (None, Some(_)) => Err(no_field(self.class, self.name)),
            (None, None) => Err(self.class.no_attribute(self.name)),
        }
    }

    /// What an instance of the class has.
    fn read<'s>(&self, subject: &'s impl Filterable) -> Result<Cow<'s, Value>, Error> {
        let own = match self.item {
            Some(position) => subject.__item(position)?,
            None => subject.__stored(self.name)?,
        };
        match (own, self.top) {
            (Some(own), _) => Ok(own),
            (None, Some(Placed { kind: Kind::Plain, held, .. })) => Ok(Cow::Owned(held.value())),
            (None, Some(Placed { kind: Kind::Bind, .. })) => Err(no_field(self.class, self.name)),
            (None, _) => Err(self.class.no_attribute(self.name)),
        }
    }
}

/// What an instance has under a name.
pub(super) fn read<'s>(subject: &'s impl Filterable, name: &str) -> Result<Cow<'s, Value>, Error> {
    Asked::look_up(subject.__class(), name)?.read(subject)
}

#[cold]
fn secret(class: &Class, name: &str) -> Error {
    Error::attribute_error(format!("field '{name}' of '{}' is secret", class.name()))
}

/// A method or a property: it would have to be called.
#[cold]
fn no_field(class: &Class, name: &str) -> Error {
    Error::attribute_error(format!("'{name}' of '{}' is no field", class.name()))
}
