//! The ways to make a field of the next value of a row, which `make` and `likely` find.

use std::marker::PhantomData;

use super::foreign::{Copied, Through};
use super::no_conversion;
use crate::bridge::Row;
use crate::field_type::FieldType;
use crate::spec::TypeSpec;
use crate::value::short_type_name;

/// A way to make a field of the next value of an instance.
pub trait Make<T> {
    /// The field, if the value fits.
    fn make(self, row: &mut Row<'_>) -> Option<T>;
}

/// By the conversion of its type.
pub struct Ours;

/// As a copy of a foreign type, within containers of the shape `S`.
pub struct Foreign<S>(pub(super) PhantomData<S>);

/// There is none.
pub struct Nothing;

impl<T: FieldType> Make<T> for Ours {
    #[inline]
    fn make(self, row: &mut Row<'_>) -> Option<T> {
        row.ours()
    }
}

impl<T: Through<S, Copied>, S> Make<T> for Foreign<S> {
    fn make(self, row: &mut Row<'_>) -> Option<T> {
        row.of(T::make)
    }
}

impl<T> Make<T> for Nothing {
    fn make(self, row: &mut Row<'_>) -> Option<T> {
        row.of(|_| Err(no_conversion("made", &TypeSpec::Opaque(short_type_name::<T>().into()))))
    }
}
