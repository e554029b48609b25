//! Reading and writing attributes, in CPython's order: data descriptors, the instance, the rest of the class.

use super::call::{call_special, call_special_mut};
use super::this::Receiver;
use super::{Data, This};
use crate::args::Args;
use crate::class::{Class, Group, Kind, Placed, Slot, builtins};
use crate::descriptor;
use crate::error::{Error, ErrorKind};
use crate::spec::Text;
use crate::symbol::AttrName;
use crate::value::{Dict, FromValue, Value};

/// Reads an attribute that is not found at a glance.
// It looks up once more what was found: who finds a value in its place keeps nothing in hand for this.
#[inline(never)]
pub(super) fn get_slowly<N: AttrName>(this: &This<'_>, name: N) -> Result<Value, Error> {
    let group = this.class().table().get(name);
    if let (Some(group), Some(data)) = (group, this.data()) {
        if let Some(value) = data.slot(group) {
            return Ok(value.clone());
        }
        if let Some(Placed { kind: Kind::Plain, held, .. }) = group.top()
            && data.has_none_of(group)
        {
            return Ok(held.value());
        }
    }
    get(this, name.__text(), group)
}

/// Reads an attribute that lies in no place of the instance; `__getattr__` is asked last.
fn get(this: &This<'_>, name: &str, group: Option<Group<'_>>) -> Result<Value, Error> {
    if let Some(class) = this.as_class() {
        return class.get(name);
    }
    match find(this, name, group) {
        Err(error) if is_missing(&error) && this.class().finds("__getattr__") => {
            call_special(this, "__getattr__", Args::new().with(name))
        }
        result => result,
    }
}

pub(crate) fn is_missing(error: &Error) -> bool {
    error.kind().is_a(&ErrorKind::AttributeError)
}

pub(super) fn find(this: &This<'_>, name: &str, group: Option<Group<'_>>) -> Result<Value, Error> {
    let class = this.class();
    let top = group.and_then(Group::top);
    if let Some(placed) = top.filter(|placed| placed.kind.is_data()) {
        return match placed.kind {
            Kind::Slot => this.get_own(name)?.ok_or_else(|| class.no_attribute(name)),
            _ if !descriptor::can_get(&placed.held.value()) => {
                Ok(this.get_own(name)?.unwrap_or_else(|| placed.held.value()))
            }
            _ => of_class(this, placed),
        };
    }
    let own = match this.data() {
        Some(data) => data.get_of(group, name).cloned(),
        None => this.get_own(name)?,
    };
    if let Some(own) = own {
        return Ok(own);
    }
    match top.or_else(|| class.find(name)).or_else(|| builtins::object().find(name)) {
        Some(placed) => of_class(this, placed),
        None => of_every_object(this, name).unwrap_or_else(|| Err(class.no_attribute(name))),
    }
}

/// What a class attribute gives to those who read it through an instance.
#[inline]
pub(super) fn of_class(this: &This<'_>, placed: &Placed) -> Result<Value, Error> {
    match placed.kind {
        Kind::Plain => Ok(placed.held.value()),
        _ => descriptor::get(&placed.held.value(), Some(&this.within(placed.owner)), this.class()),
    }
}

/// The attributes that every object has.
fn of_every_object(this: &This<'_>, name: &str) -> Option<Result<Value, Error>> {
    match name {
        "__class__" => Some(Ok(this.class().clone().into())),
        "__dict__" => match this.vars() {
            Err(error) if error.kind().is_a(&ErrorKind::TypeError) => None,
            vars => Some(vars.map(Value::from)),
        },
        "__doc__" | "__module__" => Some(this.class().get(name)),
        _ => None,
    }
}

/// An attribute that is stored, borrowed.
#[inline]
pub(super) fn borrow<'a, N: AttrName>(class: &'a Class, data: &'a Data, name: N) -> Result<&'a Value, Error> {
    match class.glance_at_place(name).and_then(|place| data.at(place)) {
        Some(value) => Ok(value),
        None => borrow_slowly(class, data, name),
    }
}

// As `get_slowly`; and few come here, so that the way of the others is a straight one.
#[cold]
#[inline(never)]
fn borrow_slowly<'a, N: AttrName>(class: &'a Class, data: &'a Data, name: N) -> Result<&'a Value, Error> {
    let (group, name) = (class.table().get(name), name.__text());
    let top = group.and_then(Group::top);
    if top.is_none_or(|placed| !placed.kind.is_data())
        && let Some(own) = data.get_of(group, name)
    {
        return Ok(own);
    }
    match top {
        Some(Placed { kind: Kind::Plain, held, .. }) => held.fixed().ok_or_else(|| not_borrowed(class, name)),
        Some(Placed { kind: Kind::Bind | Kind::Data, .. }) => Err(not_borrowed(class, name)),
        None if class.finds("__getattr__") => Err(not_borrowed(class, name)),
        Some(Placed { kind: Kind::Slot, .. }) | None => Err(class.no_attribute(name)),
    }
}

#[cold]
pub(super) fn not_borrowed(class: &Class, name: &str) -> Error {
    let (class, name) = (class.name(), crate::repr::repr(name));
    Error::type_error(format!("{name} of '{class}' object is computed or shared: it cannot be borrowed"))
}

/// An attribute as a Rust type: borrowed if it is stored, else read and converted.
pub(super) fn read<'a, T: FromValue<'a>>(class: &'a Class, data: &'a Data, name: &str) -> Result<T, Error> {
    match borrow(class, data, name) {
        Ok(value) => T::read(value).map_err(|error| place(class, name, error)),
        Err(error) if is_missing(&error) => Err(error),
        Err(_) => {
            let this = This::of_data(class, data);
            own(class, name, get(&this, name, class.table().get(name))?)
        }
    }
}

/// A value as a Rust type that borrows nothing.
pub(super) fn own<'a, T: FromValue<'a>>(class: &Class, name: &str, value: Value) -> Result<T, Error> {
    T::__own(value).map_err(|error| place(class, name, error))
}

/// The error seen from outside of the instance.
#[cold]
fn place(class: &Class, name: &str, error: Error) -> Error {
    error.at(Text::from(name.to_owned())).at(Text::from(class.name().to_owned()))
}

/// Was there such an attribute?
pub(crate) fn has(read: Result<Value, Error>) -> Result<bool, Error> {
    match read {
        Ok(_) => Ok(true),
        Err(error) if is_missing(&error) => Ok(false),
        Err(error) => Err(error),
    }
}

pub(super) fn vars(class: &Class, data: &Data) -> Dict {
    let named = data.slots().skip(class.layout().first());
    let fields = class.layout().iter().zip(named).filter(|(slot, _)| slot.is_field());
    let fields = fields.filter_map(|(slot, value)| Some((slot.name().as_str(), value?.clone())));
    fields.chain(data.extras().map(|(name, value)| (name, value.clone()))).collect()
}

/// Sets an attribute, or lets `__setattr__` do it.
#[inline]
pub(super) fn set<N: AttrName>(this: &mut This<'_>, name: N, value: Value) -> Result<(), Error> {
    let class = this.class();
    if !class.intercepts()
        && let Some((place, slot)) = class.glance_at_slot(name)
        && slot.takes(&value)
        && let Receiver::Mut(data) = this.receiver_mut()
    {
        data.put(place, value);
        return Ok(());
    }
    set_slowly(this, name, value)
}

// As `get_slowly`, for a place that takes the value.
#[inline(never)]
fn set_slowly<N: AttrName>(this: &mut This<'_>, name: N, value: Value) -> Result<(), Error> {
    let class = this.class();
    if class.intercepts() {
        return set_by_hook(this, name.__text(), value);
    }
    if let (Some(group), Receiver::Mut(data)) = (class.table().get(name), this.receiver_mut()) {
        let place = group.slot() as usize;
        if let Some(slot) = class.layout().get(place) {
            slot.check(&value)?;
            data.put(place, value);
            return Ok(());
        }
    }
    set_plainly(this, name.__text(), value)
}

#[cold]
fn set_by_hook(this: &mut This<'_>, name: &str, value: Value) -> Result<(), Error> {
    match this.class().finds("__setattr__") {
        true => call_special_mut(this, "__setattr__", Args::new().with(name).with(value)).map(drop),
        false => set_plainly(this, name, value),
    }
}

/// Sets an attribute through the data descriptor that the class has for it, or in the instance.
pub(super) fn set_plainly(this: &mut This<'_>, name: &str, value: Value) -> Result<(), Error> {
    if let Some(class) = this.as_class() {
        return class.set_past_hook(name, value);
    }
    let class = this.class();
    let top = class.table().get(name).and_then(Group::top);
    match top {
        None if is_reserved(name) => Err(reserved(class, name)),
        Some(Placed { kind: Kind::Data, held, owner, .. }) => {
            descriptor::set(&held.value(), &mut this.within_mut(*owner), value)
        }
        _ => {
            match class.layout().find(name) {
                Some(slot) => slot.check(&value)?,
                None if !class.is_open() => return Err(closed(class, name)),
                None => {}
            }
            this.set_own(name, value)
        }
    }
}

/// What every object has and none can be given: names that data must not reach.
fn is_reserved(name: &str) -> bool {
    matches!(name, "__class__" | "__dict__")
}

#[cold]
fn reserved(class: &Class, name: &str) -> Error {
    Error::attribute_error(format!("attribute '{name}' of '{}' objects is not writable", class.name()))
}

/// An instance with slots alone takes no other attributes.
#[cold]
pub(super) fn closed(class: &Class, name: &str) -> Error {
    let is_class_attribute = class.find(name).or_else(|| builtins::object().find(name)).is_some();
    let (class, name) = (class.name(), crate::repr::repr(name));
    Error::attribute_error(match is_class_attribute {
        true => format!("'{class}' object attribute {name} is read-only"),
        false => format!("'{class}' object has no attribute {name} and no __dict__ for setting new attributes"),
    })
}

/// Deletes an attribute, or lets `__delattr__` do it.
pub(super) fn delete(this: &mut This<'_>, name: &str) -> Result<(), Error> {
    match this.as_class() {
        Some(class) => class.delete(name),
        None if this.class().intercepts() && this.class().finds("__delattr__") => {
            call_special_mut(this, "__delattr__", Args::new().with(name)).map(drop)
        }
        None => delete_plainly(this, name),
    }
}

pub(super) fn delete_plainly(this: &mut This<'_>, name: &str) -> Result<(), Error> {
    if let Some(class) = this.as_class() {
        return class.delete_past_hook(name);
    }
    let class = this.class();
    match class.table().get(name).and_then(Group::top) {
        Some(Placed { kind: Kind::Data, held, owner, .. }) => {
            descriptor::delete(&held.value(), &mut this.within_mut(*owner))
        }
        top => {
            let is_slot = top.is_some_and(|placed| placed.kind.is_data());
            match this.remove_own(name)? {
                Some(_) => Ok(()),
                None if is_slot => Err(Error::attribute_error(name.to_owned())),
                None if name == "__class__" => Err(Error::type_error("can't delete __class__ attribute")),
                None if !class.is_open() => Err(closed(class, name)),
                None => Err(class.no_attribute(name)),
            }
        }
    }
}

/// Changes an attribute in place.
pub(super) fn update<R>(
    this: &mut This<'_>,
    name: &str,
    change: impl FnOnce(&mut Value) -> Result<R, Error>,
) -> Result<R, Error> {
    if let Receiver::Value(Value::Shared(shared)) = this.receiver() {
        return shared.update(name, change);
    }
    let class = this.class();
    let top = class.table().get(name).and_then(Group::top);
    let is_stored = top.is_none_or(|placed| placed.kind != Kind::Data) && !class.intercepts();
    if is_stored
        && let Receiver::Mut(data) = this.receiver_mut()
        && let Some(value) = data.get_mut(class, name)
    {
        return change_in_place(class.layout().find(name), value, change);
    }
    let mut value = this.get(name)?;
    let result = change(&mut value)?;
    this.set(name, value).map(|()| result)
}

/// Changes what an instance stores; what is no longer of the type of the field is not kept.
fn change_in_place<R>(
    slot: Option<Slot<'_>>,
    value: &mut Value,
    change: impl FnOnce(&mut Value) -> Result<R, Error>,
) -> Result<R, Error> {
    // Of what would be copied by that, nothing is kept.
    let before = if value.may_nest() { Value::None } else { value.clone() };
    let result = change(value);
    if let Some(slot) = slot
        && let Err(error) = slot.check(value)
    {
        *value = before;
        return Err(error);
    }
    result
}
