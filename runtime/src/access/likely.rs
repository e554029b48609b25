//! How a field is reached that is written like a type of the standard library: `String`, `Vec<u32>`.
//!
//! It is most likely that type, for which one step of method lookup does; the chain of levels (`probe`) costs the compiler
//! three times as much. Should the name mean another type, the traits say what there is, as far as the steps of method
//! lookup go: by value, by reference, by mutable reference. They are one too few for a type of such a name that is
//! `Clone` and not `Debug`: it is not read.

use std::fmt::Debug;
use std::marker::PhantomData;

use super::foreign::{Copied, Leaf, Printable, ReadThrough, Through, WriteThrough};
use super::{FieldMut, FieldRef, made};
use crate::field_type::FieldType;

/// What is to be reached: `&T` is to be read, `&mut T` to be set, `New<T>` to be made.
pub struct Likely<P>(pub P);

/// A field of which there is none yet.
pub struct New<T>(PhantomData<fn() -> T>);

/// Finds out how a field is made.
pub const fn likely<T>() -> Likely<New<T>> {
    Likely(New(PhantomData))
}

impl<'a, T: FieldType + Debug> Likely<&'a T> {
    /// The field, readable.
    #[inline]
    #[must_use]
    pub fn way(self) -> FieldRef<'a> {
        FieldRef::Ours(self.0)
    }
}

impl<'a, T: FieldType> Likely<&'a mut T> {
    /// The field, writable.
    #[inline]
    #[must_use]
    pub fn way(self) -> FieldMut<'a> {
        FieldMut::Slot(self.0)
    }
}

impl<T: FieldType> Likely<New<T>> {
    /// How the field is made.
    #[must_use]
    pub const fn way(self) -> made::Ours {
        made::Ours
    }
}

/// The type is foreign.
pub trait LikelyForeign {
    /// What the field becomes.
    type Way;

    /// How it is reached.
    fn way(self) -> Self::Way;
}

impl<'a, T: Through<Leaf, Printable> + Through<Leaf, Copied> + Debug> LikelyForeign for Likely<&'a T> {
    type Way = FieldRef<'a>;

    fn way(self) -> FieldRef<'a> {
        FieldRef::made(Some(self.0), ReadThrough::<T, Leaf, Printable>::new(self.0))
    }
}

impl<'a, T: Through<Leaf, Copied>> LikelyForeign for Likely<&'a mut T> {
    type Way = FieldMut<'a>;

    fn way(self) -> FieldMut<'a> {
        FieldMut::Made(Box::new(WriteThrough::<T, Leaf>::new(self.0)))
    }
}

impl<T: Through<Leaf, Copied>> LikelyForeign for Likely<New<T>> {
    type Way = made::Foreign<Leaf>;

    fn way(self) -> made::Foreign<Leaf> {
        made::Foreign(PhantomData)
    }
}

/// The type cannot be copied into a value, but is `Debug`.
pub trait LikelyDebug<'a> {
    /// The field, to be shown.
    fn way(&self) -> FieldRef<'a>;
}

impl<'a, T: Debug> LikelyDebug<'a> for Likely<&'a T> {
    fn way(&self) -> FieldRef<'a> {
        FieldRef::unreadable(Some(self.0))
    }
}

/// The type is just a type.
pub trait LikelyNothing {
    /// What the field becomes.
    type Way;

    /// How it is reached: not at all.
    fn way(&mut self) -> Self::Way;
}

impl<'a, T> LikelyNothing for Likely<&'a T> {
    type Way = FieldRef<'a>;

    fn way(&mut self) -> FieldRef<'a> {
        FieldRef::UNREADABLE
    }
}

impl<'a, T> LikelyNothing for Likely<&'a mut T> {
    type Way = FieldMut<'a>;

    fn way(&mut self) -> FieldMut<'a> {
        FieldMut::unwritable::<T>()
    }
}

impl<T> LikelyNothing for Likely<New<T>> {
    type Way = made::Nothing;

    fn way(&mut self) -> made::Nothing {
        made::Nothing
    }
}
