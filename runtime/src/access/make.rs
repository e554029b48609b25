//! Finding out how a field is made of a value.
//!
//! The same as for reading and writing (`probe`), of a type of which there is no instance yet.

use std::marker::PhantomData;
use std::ops::Deref;

use super::foreign::{Copied, Leaf, Through};
use super::made;
use crate::field_type::FieldType;

/// Finds out how a field is made.
pub const fn make<T>() -> Ours<T, Whole<T>> {
    Ours { next: Foreign { next: Nothing(PhantomData), shape: PhantomData }, ty: PhantomData }
}

/// What is tried for a foreign type, taken as a whole.
type Whole<T> = Foreign<T, Leaf, Nothing<T>>;

/// Finds out how a field is made that is written as a container of something foreign.
pub const fn make_shaped<T, S>() -> Ours<T, Foreign<T, S, Whole<T>>> {
    Ours { next: Foreign { next: make::<T>().next, shape: PhantomData }, ty: PhantomData }
}

/// Finds out how a field is made whose type is written with a type parameter.
pub const fn make_borrowed<T>() -> Ours<T, Nothing<T>> {
    Ours { next: Nothing(PhantomData), ty: PhantomData }
}

/// The type is one of ours.
#[derive(Clone, Copy)]
pub struct Ours<T, Next> {
    next: Next,
    ty: PhantomData<fn() -> T>,
}

/// The type is foreign, within containers of the shape `S`.
#[derive(Clone, Copy)]
pub struct Foreign<T, S, Next> {
    next: Next,
    shape: PhantomData<fn() -> (T, S)>,
}

/// There is no way.
#[derive(Clone, Copy)]
pub struct Nothing<T>(PhantomData<fn() -> T>);

impl<T, Next> Deref for Ours<T, Next> {
    type Target = Next;

    fn deref(&self) -> &Next {
        &self.next
    }
}

impl<T, S, Next> Deref for Foreign<T, S, Next> {
    type Target = Next;

    fn deref(&self) -> &Next {
        &self.next
    }
}

#[allow(clippy::unused_self, reason = "a level: found by method lookup")]
impl<T: FieldType, Next> Ours<T, Next> {
    /// How it is made.
    pub const fn way(&self) -> made::Ours {
        made::Ours
    }
}

#[allow(clippy::unused_self, reason = "a level: found by method lookup")]
impl<T: Through<S, Copied>, S, Next> Foreign<T, S, Next> {
    /// How it is made.
    pub const fn way(&self) -> made::Foreign<S> {
        made::Foreign(PhantomData)
    }
}

#[allow(clippy::unused_self, reason = "a level: found by method lookup")]
impl<T> Nothing<T> {
    /// How it is made: not at all.
    pub const fn way(&self) -> made::Nothing {
        made::Nothing
    }
}
