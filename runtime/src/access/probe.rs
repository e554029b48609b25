//! Finding out how a field is reached: the chain of levels.
//!
//! Each level has the same two methods, as inherent ones, where the type of the field meets its bounds; where it does
//! not, method lookup goes on to what the level dereferences to. Inherent methods and a type for each level are what
//! the compiler looks up fastest.

use std::fmt::Debug;
use std::marker::PhantomData;
use std::ops::Deref;

use super::foreign::{Comparable, Copied, Leaf, Printable, ReadThrough, Through, WriteThrough};
use super::{FieldMut, FieldRef};
use crate::field_type::FieldType;
use crate::repr::Repr;

/// How a field is made writable.
type Writer<T> = for<'b> fn(&'b mut T) -> FieldMut<'b>;

/// Finds out how a field is reached.
pub const fn probe<T>(field: &T) -> OursWithDebug<'_, T, Whole<'_, T>> {
    OursWithDebug { field, next: Ours { field, next: whole(field) } }
}

/// What is tried for a foreign type, taken as a whole.
type Whole<'a, T> = Foreign<'a, T, Leaf, OnlyDebug<'a, T>>;

const fn whole<T>(field: &T) -> Whole<'_, T> {
    foreign(field, OnlyDebug { field, next: Nothing(PhantomData) })
}

const fn foreign<T, S, Next>(field: &T, next: Next) -> Foreign<'_, T, S, Next> {
    let last = ForeignCopied { field, next, shape: PhantomData };
    Foreign { field, next: ForeignPrintable { field, next: last } }
}

/// Finds out how a field is reached that is written as a container of something foreign.
///
/// Should the container's name mean another type than the one it looks like, the field is taken as a whole.
pub const fn shaped<T, S>(field: &T, _: PhantomData<S>) -> OursWithDebug<'_, T, Foreign<'_, T, S, Whole<'_, T>>> {
    OursWithDebug { field, next: Ours { field, next: foreign(field, whole(field)) } }
}

/// Finds out how a field is reached whose type is written with a lifetime or a type parameter.
pub const fn probe_borrowed<T>(field: &T) -> OursWithDebug<'_, T, OnlyDebug<'_, T>> {
    OursWithDebug { field, next: Ours { field, next: OnlyDebug { field, next: Nothing(PhantomData) } } }
}

/// Finds out how a field of a generic class is shown, of which no more may be known than its repr.
pub const fn probe_repr<T>(field: &T) -> OnlyRepr<'_, T> {
    OnlyRepr { field, next: OnlyDebug { field, next: Nothing(PhantomData) } }
}

fn ours_mut<T: FieldType>(field: &mut T) -> FieldMut<'_> {
    FieldMut::Slot(field)
}

fn foreign_mut<T: Through<S, Copied>, S: 'static>(field: &mut T) -> FieldMut<'_> {
    FieldMut::Made(Box::new(WriteThrough::<T, S>::new(field)))
}

fn unwritable<T>(_: &mut T) -> FieldMut<'_> {
    FieldMut::unwritable::<T>()
}

/// The type is one of ours, and `Debug`.
pub struct OursWithDebug<'a, T, Next> {
    field: &'a T,
    next: Ours<'a, T, Next>,
}

/// The type is one of ours.
pub struct Ours<'a, T, Next> {
    field: &'a T,
    next: Next,
}

/// The type is foreign, within containers of the shape `S`, `Debug` and `PartialEq`.
pub struct Foreign<'a, T, S, Next> {
    field: &'a T,
    next: ForeignPrintable<'a, T, S, Next>,
}

/// The type is foreign, and `Debug`.
pub struct ForeignPrintable<'a, T, S, Next> {
    field: &'a T,
    next: ForeignCopied<'a, T, S, Next>,
}

/// The type is foreign.
pub struct ForeignCopied<'a, T, S, Next> {
    field: &'a T,
    next: Next,
    shape: PhantomData<S>,
}

/// The type has a repr, and no more may be known.
pub struct OnlyRepr<'a, T> {
    field: &'a T,
    next: OnlyDebug<'a, T>,
}

/// The type cannot be copied into a value, but is `Debug`.
pub struct OnlyDebug<'a, T> {
    field: &'a T,
    next: Nothing<'a, T>,
}

/// The type is just a type.
pub struct Nothing<'a, T>(PhantomData<&'a T>);

macro_rules! leads_to {
    ($($level:ident<$($param:ident),*> => $next:ty;)*) => {$(
        impl<'a, T $(, $param)*> Deref for $level<'a, T $(, $param)*> {
            type Target = $next;

            fn deref(&self) -> &$next {
                &self.next
            }
        }
    )*};
}

leads_to! {
    OursWithDebug<Next> => Ours<'a, T, Next>;
    Ours<Next> => Next;
    Foreign<S, Next> => ForeignPrintable<'a, T, S, Next>;
    ForeignPrintable<S, Next> => ForeignCopied<'a, T, S, Next>;
    ForeignCopied<S, Next> => Next;
    OnlyRepr<> => OnlyDebug<'a, T>;
    OnlyDebug<> => Nothing<'a, T>;
}

/// The two methods of a level.
macro_rules! level {
    ($level:ident<$($param:ident),*> where ($($bounds:tt)+); |$this:ident| $read:expr, $slot:expr) => {
        impl<'a, $($param),*> $level<'a, $($param),*>
        where
            $($bounds)+
        {
            /// The field, readable.
            pub fn field(&self) -> FieldRef<'a> {
                let $this = self;
                $read
            }

            /// How it is made writable.
            pub fn slot(&self) -> Writer<T> {
                $slot
            }
        }
    };
}

level! { OursWithDebug<T, Next> where (T: FieldType + Debug); |this| FieldRef::Ours(this.field), ours_mut }
level! { Ours<T, Next> where (T: FieldType); |this| FieldRef::silent(this.field), ours_mut }
level! {
    Foreign<T, S, Next> where (T: Through<S, Comparable> + Through<S, Copied> + Debug, S: 'static);
    |this| FieldRef::made(Some(this.field), ReadThrough::<T, S, Comparable>::new(this.field)), foreign_mut::<T, S>
}
level! {
    ForeignPrintable<T, S, Next> where (T: Through<S, Printable> + Through<S, Copied> + Debug, S: 'static);
    |this| FieldRef::made(Some(this.field), ReadThrough::<T, S, Printable>::new(this.field)), foreign_mut::<T, S>
}
level! {
    ForeignCopied<T, S, Next> where (T: Through<S, Copied>, S: 'static);
    |this| FieldRef::made(None, ReadThrough::<T, S, Copied>::new(this.field)), foreign_mut::<T, S>
}
level! { OnlyRepr<T> where (T: Repr); |this| FieldRef::of_repr(this.field), unwritable }
level! { OnlyDebug<T> where (T: Debug); |this| FieldRef::unreadable(Some(this.field)), unwritable }

#[allow(clippy::unused_self, reason = "a level like the others")]
impl<'a, T> Nothing<'a, T> {
    /// The field, of which nothing is known.
    pub fn field(&self) -> FieldRef<'a> {
        FieldRef::UNREADABLE
    }

    /// How it is made writable: not at all.
    pub fn slot(&self) -> Writer<T> {
        unwritable
    }
}
