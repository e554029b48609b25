//! Calling methods: those of an instance, those that Python looks up on the class alone, and what `super` finds.

use std::mem::take;

use super::access::of_class;
use super::{Data, This};
use crate::args::Args;
use crate::class::{Class, Group, Kind, Placed, builtins};
use crate::error::Error;
use crate::function::Function;
use crate::symbol::AttrName;
use crate::value::Value;

/// Calls a method that may change the receiver.
#[inline]
pub(super) fn call_mut<N: AttrName>(this: &mut This<'_>, name: N, args: &mut Args) -> Result<Value, Error> {
    match this.data().and_then(|data| direct(this.class(), data, name)) {
        Some((function, owner)) => function.run_mut(&mut this.within_mut(owner), args),
        None => call_other_mut(this, name, args),
    }
}

/// The method of this name, with the place of the class that has it, if one look tells that it is called.
#[inline]
pub(super) fn direct<'a, N: AttrName>(class: &'a Class, data: &Data, name: N) -> Option<(&'a Function, u32)> {
    class.glance(name).and_then(|group| first(group, data))
}

/// The method that comes first under a name, if the instance has nothing that could hide it.
#[inline]
fn first<'a>(group: Group<'a>, data: &Data) -> Option<(&'a Function, u32)> {
    let placed = group.top()?;
    let function = placed.held.as_function()?;
    data.has_none_of(group).then_some((function, placed.owner))
}

#[inline(never)]
pub(super) fn call_other<N: AttrName>(this: &This<'_>, name: N, args: &mut Args) -> Result<Value, Error> {
    match (this.as_class(), method(this, name)) {
        (Some(class), _) => class.call_method(name.__text(), take(args)),
        (None, Some((function, owner))) => function.run(&this.within(owner), args),
        (None, None) => this.get(name)?.call(take(args)),
    }
}

#[inline(never)]
fn call_other_mut<N: AttrName>(this: &mut This<'_>, name: N, args: &mut Args) -> Result<Value, Error> {
    match method(this, name) {
        Some((function, owner)) => function.run_mut(&mut this.within_mut(owner), args),
        None => call_other(this, name, args),
    }
}

/// The method of this name, if the instance has no attribute that hides it.
fn method<'a, N: AttrName>(this: &This<'a>, name: N) -> Option<(&'a Function, u32)> {
    if this.as_class().is_some() {
        return None;
    }
    let group = this.class().table().get(name);
    if let Some(found) = group.and_then(|group| first(group, this.data()?)) {
        return Some(found);
    }
    let placed = group.and_then(Group::top).or_else(|| this.class().find(name))?;
    let Some(Value::Function(function)) = placed.held.fixed() else { return None };
    let is_hidden = match this.data() {
        Some(data) => data.get_of(group, name.__text()).is_some(),
        None => this.get_own(name.__text()).is_ok_and(|own| own.is_some()),
    };
    (!is_hidden).then_some((function, placed.owner))
}

/// Calls a method that Python looks up on the class alone.
pub(crate) fn call_special(this: &This<'_>, name: &'static str, mut args: Args) -> Result<Value, Error> {
    match this.class().find(name) {
        Some(placed) => call_placed(this, placed, &mut args),
        None => Err(this.class().no_attribute(name)),
    }
}

/// The same for a method that may change the receiver.
pub(crate) fn call_special_mut(this: &mut This<'_>, name: &'static str, mut args: Args) -> Result<Value, Error> {
    match this.class().find(name) {
        Some(placed) => call_placed_mut(this, placed, &mut args),
        None => Err(this.class().no_attribute(name)),
    }
}

fn call_placed(this: &This<'_>, placed: &Placed, args: &mut Args) -> Result<Value, Error> {
    match placed.held.fixed() {
        Some(Value::Function(function)) => function.run(&this.within(placed.owner), args),
        _ => of_class(this, placed)?.call(take(args)),
    }
}

/// Calls what a class has, with a receiver that it may change.
#[inline]
pub(crate) fn call_placed_mut(this: &mut This<'_>, placed: &Placed, args: &mut Args) -> Result<Value, Error> {
    match placed.held.fixed() {
        Some(Value::Function(function)) => function.run_mut(&mut this.within_mut(placed.owner), args),
        _ => of_class(this, placed)?.call(take(args)),
    }
}

/// What the classes behind the place of the receiver have under a name; `object` is behind them all.
#[inline]
fn after<'a, N: AttrName>(this: &This<'a>, name: N) -> Option<&'a Placed> {
    let glance = this.class().glance(name).and_then(|group| group.after(this.place()));
    glance.or_else(|| look_after(this, name))
}

#[inline(never)]
fn look_after<'a, N: AttrName>(this: &This<'a>, name: N) -> Option<&'a Placed> {
    this.class().find_after(this.place(), name).or_else(|| builtins::object().find(name))
}

pub(super) fn super_get<N: AttrName>(this: &This<'_>, name: N) -> Result<Value, Error> {
    match after(this, name) {
        Some(Placed { kind: Kind::Slot, .. }) => {
            this.get_own(name.__text())?.ok_or_else(|| this.class().no_attribute(name.__text()))
        }
        Some(placed) => of_class(this, placed),
        None => Err(super::superclass::no_next(name.__text())),
    }
}

/// The function that comes next, with the place of its class, if one look tells that it is called.
#[inline]
pub(super) fn direct_after<'a, N: AttrName>(this: &This<'a>, name: N) -> Option<(&'a Function, u32)> {
    let placed = this.class().glance(name)?.after(this.place())?;
    Some((placed.held.as_function()?, placed.owner))
}

#[inline(never)]
pub(super) fn super_call_other<N: AttrName>(this: &This<'_>, name: N, args: &mut Args) -> Result<Value, Error> {
    match look_after(this, name) {
        Some(placed) => call_placed(this, placed, args),
        None => Err(super::superclass::no_next(name.__text())),
    }
}

#[inline]
pub(super) fn super_call_mut<N: AttrName>(this: &mut This<'_>, name: N, args: &mut Args) -> Result<Value, Error> {
    match after(this, name) {
        Some(placed) => call_placed_mut(this, placed, args),
        None => Err(super::superclass::no_next(name.__text())),
    }
}
