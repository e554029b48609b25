//! Calling methods: those of an instance, those that Python looks up on the class alone, and what `super` finds.

use std::mem::{forget, take};

use super::access::of_class;
use super::{Data, Instance, This};
use crate::args::Args;
use crate::class::{Class, Group, Kind, Placed, builtins};
use crate::error::Error;
use crate::function::{Failure, Function};
use crate::symbol::AttrName;
use crate::value::Value;

/// What methods are called on.
pub(super) trait Receives<'a>: Copy {
    fn class(self) -> &'a Class;

    /// What it holds itself, unless it is shared or another value.
    fn data(self) -> Option<&'a Data>;

    /// The receiver of a method: it is made where it is to be.
    fn this(self) -> This<'a>;
}

impl<'a> Receives<'a> for &'a Instance {
    #[inline]
    fn class(self) -> &'a Class {
        &self.class
    }

    #[inline]
    fn data(self) -> Option<&'a Data> {
        Some(&self.data)
    }

    #[inline]
    fn this(self) -> This<'a> {
        This::of_ref(self)
    }
}

impl<'a> Receives<'a> for &'a This<'_> {
    #[inline]
    fn class(self) -> &'a Class {
        This::class(self)
    }

    #[inline]
    fn data(self) -> Option<&'a Data> {
        This::data(self)
    }

    #[inline]
    fn this(self) -> This<'a> {
        self.within(self.place())
    }
}

/// Calls a method that only reads the receiver.
#[inline(always)]
#[allow(clippy::inline_always, reason = "where a call is written, it is known whether there are arguments")]
pub(super) fn call<'a, N: AttrName>(receiver: impl Receives<'a>, name: N, args: Args) -> Result<Value, Error> {
    if args.is_new() {
        forget(args);
        call_alone(receiver, name)
    } else {
        call_with(receiver, name, args)
    }
}

/// Calls it without arguments, for which no place is kept.
#[inline]
fn call_alone<'a, N: AttrName>(receiver: impl Receives<'a>, name: N) -> Result<Value, Error> {
    Failure::of_call(|failure| match direct(receiver.class(), receiver.data(), name) {
        Some((function, owner)) => function.run_alone(&receiver.this().within(owner), failure),
        None => call_other(&receiver.this(), name, &mut Args::new(), failure),
    })
}

/// Calls it with these.
#[inline]
fn call_with<'a, N: AttrName>(receiver: impl Receives<'a>, name: N, mut args: Args) -> Result<Value, Error> {
    Failure::of_call(|failure| match direct(receiver.class(), receiver.data(), name) {
        Some((function, owner)) => function.run(&receiver.this().within(owner), &mut args, failure),
        None => call_other(&receiver.this(), name, &mut args, failure),
    })
}

/// Calls a method that may change the receiver.
#[inline]
pub(super) fn call_mut<N: AttrName>(this: &mut This<'_>, name: N, args: &mut Args) -> Result<Value, Error> {
    Failure::of_call(|failure| match direct(this.class(), this.data(), name) {
        Some((function, owner)) => function.run_mut(&mut this.within_mut(owner), args, failure),
        None => call_other_mut(this, name, args, failure),
    })
}

/// The method of this name, with the place of the class that has it, if one look tells that it is called.
#[inline(always)]
#[allow(clippy::inline_always, reason = "each call of a method begins here")]
fn direct<'a, N: AttrName>(class: &'a Class, data: Option<&Data>, name: N) -> Option<(&'a Function, u32)> {
    let data = data?;
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
fn call_other<N: AttrName>(this: &This<'_>, name: N, args: &mut Args, failure: &mut Failure) -> Option<Value> {
    match (this.as_class(), method(this, name)) {
        (Some(class), _) => failure.take(class.call_method(name.__text(), take(args))),
        (None, Some((function, owner))) => function.run(&this.within(owner), args, failure),
        (None, None) => failure.take(this.get(name).and_then(|called| called.call(take(args)))),
    }
}

#[inline(never)]
fn call_other_mut<N: AttrName>(this: &mut This<'_>, name: N, args: &mut Args, failure: &mut Failure) -> Option<Value> {
    match method(this, name) {
        Some((function, owner)) => function.run_mut(&mut this.within_mut(owner), args, failure),
        None => call_other(this, name, args, failure),
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
        Some(Value::Function(function)) => {
            Failure::of_call(|failure| function.run(&this.within(placed.owner), args, failure))
        }
        _ => of_class(this, placed)?.call(take(args)),
    }
}

/// Calls what a class has, with a receiver that it may change.
#[inline]
pub(crate) fn call_placed_mut(this: &mut This<'_>, placed: &Placed, args: &mut Args) -> Result<Value, Error> {
    match placed.held.fixed() {
        Some(Value::Function(function)) => {
            Failure::of_call(|failure| function.run_mut(&mut this.within_mut(placed.owner), args, failure))
        }
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

/// Calls the next method of this name.
#[inline(always)]
#[allow(clippy::inline_always, reason = "where a call is written, it is known whether there are arguments")]
pub(super) fn super_call<N: AttrName>(this: &This<'_>, name: N, args: Args) -> Result<Value, Error> {
    if args.is_new() {
        forget(args);
        super_call_alone(this, name)
    } else {
        super_call_with(this, name, args)
    }
}

/// Calls it without arguments, for which no place is kept.
#[inline]
fn super_call_alone<N: AttrName>(this: &This<'_>, name: N) -> Result<Value, Error> {
    Failure::of_call(|failure| match direct_after(this, name) {
        Some((function, owner)) => function.run_alone(&this.within(owner), failure),
        None => super_call_other(this, name, &mut Args::new(), failure),
    })
}

/// Calls it with these.
#[inline]
fn super_call_with<N: AttrName>(this: &This<'_>, name: N, mut args: Args) -> Result<Value, Error> {
    Failure::of_call(|failure| match direct_after(this, name) {
        Some((function, owner)) => function.run(&this.within(owner), &mut args, failure),
        None => super_call_other(this, name, &mut args, failure),
    })
}

/// The function that comes next, with the place of its class, if one look tells that it is called.
#[inline(always)]
#[allow(clippy::inline_always, reason = "each call of `super` begins here")]
fn direct_after<'a, N: AttrName>(this: &This<'a>, name: N) -> Option<(&'a Function, u32)> {
    let placed = this.class().glance(name)?.after(this.place())?;
    Some((placed.held.as_function()?, placed.owner))
}

#[inline(never)]
fn super_call_other<N: AttrName>(this: &This<'_>, name: N, args: &mut Args, failure: &mut Failure) -> Option<Value> {
    failure.take(match look_after(this, name) {
        Some(placed) => call_placed(this, placed, args),
        None => Err(super::superclass::no_next(name.__text())),
    })
}

#[inline]
pub(super) fn super_call_mut<N: AttrName>(this: &mut This<'_>, name: N, args: &mut Args) -> Result<Value, Error> {
    match after(this, name) {
        Some(placed) => call_placed_mut(this, placed, args),
        None => Err(super::superclass::no_next(name.__text())),
    }
}
