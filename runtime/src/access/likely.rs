//! How a field is reached that is written like a type of the standard library: `String`, `Vec<u32>`.
//!
//! It is most likely that type, for which one step of method lookup does; the chain of levels (`probe`) costs the compiler
//! three times as much. Should the name mean another type, the traits say what there is, as far as the steps of method
//! lookup go: by value, by reference, by mutable reference. They are one too few for a type of such a name that is
//! `Clone` and not `Debug`: it is not read.

use std::fmt::Debug;
use std::marker::PhantomData;

use super::foreign::{Copied, Leaf, Printable, ReadThrough, Through, WriteThrough};
use super::{FieldMut, FieldRef, no_conversion};
use crate::bridge::Row;
use crate::field_type::FieldType;
use crate::spec::TypeSpec;
use crate::value::short_type_name;

/// What is to be reached: `&T` is to be read, `&mut T` to be set, a `Next<T>` to be made.
pub struct Likely<P>(pub P);

/// The next of the values of an instance.
pub struct Next<'v, 'a, T> {
    row: &'v mut Row<'a>,
    ty: PhantomData<T>,
}

impl<'a> Row<'a> {
    /// The next one, to be made a field.
    pub const fn next<T>(&mut self) -> Likely<Next<'_, 'a, T>> {
        Likely(Next { row: self, ty: PhantomData })
    }
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

impl<T: FieldType> Likely<Next<'_, '_, T>> {
    /// The field, if the value fits.
    #[inline]
    #[must_use]
    pub fn way(self) -> Option<T> {
        self.0.row.ours()
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

impl<T: Through<Leaf, Copied>> LikelyForeign for Likely<Next<'_, '_, T>> {
    type Way = Option<T>;

    fn way(self) -> Option<T> {
        self.0.row.of(T::make)
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

impl<T> LikelyNothing for Likely<Next<'_, '_, T>> {
    type Way = Option<T>;

    fn way(&mut self) -> Option<T> {
        self.0.row.of(|_| Err(no_conversion("made", &TypeSpec::Opaque(short_type_name::<T>().into()))))
    }
}
