//! What generated code names to make an instance of a row of values, all of it: the ways that are known, the steps of method
//! lookup, and a function for each number of fields. None of it is the name of a type, which could mean something where a
//! class is written.
//!
//! Generated code writes one call for all fields, `make_3(v, Self::__new, OURS, OURS, likely::<String>().way())`: what
//! stops at the first value that does not fit is here, where it is compiled once. In generated code a `?` costs the
//! compiler more than all else that is written for a field.

pub use super::likely::{LikelyForeign as _, LikelyNothing as _, likely};
pub use super::made::Make as _;
use super::made::{Make, Ours};
use crate::bridge::Row;

/// The way of a type that is sure to be one of ours.
pub const OURS: Ours = Ours;

/// Functions that make an instance of so many fields; the derive knows how many there are of them.
macro_rules! makers {
    ($($name:ident($($field:ident),+))*) => {$(
        /// Makes an instance of the next values of a row, in this order.
        #[inline]
        #[allow(non_snake_case, clippy::too_many_arguments, reason = "as many as there are fields")]
        pub fn $name<Class, $($field),+>(
            row: &mut Row<'_>,
            class: impl FnOnce($($field),+) -> Class,
            $($field: impl Make<$field>),+
        ) -> Option<Class> {
            Some(class($($field.make(row)?),+))
        }
    )*};
}

makers! {
    make_1(A)
    make_2(A, B)
    make_3(A, B, C)
    make_4(A, B, C, D)
    make_5(A, B, C, D, E)
    make_6(A, B, C, D, E, F)
    make_7(A, B, C, D, E, F, G)
    make_8(A, B, C, D, E, F, G, H)
    make_9(A, B, C, D, E, F, G, H, I)
    make_10(A, B, C, D, E, F, G, H, I, J)
    make_11(A, B, C, D, E, F, G, H, I, J, K)
    make_12(A, B, C, D, E, F, G, H, I, J, K, L)
    make_13(A, B, C, D, E, F, G, H, I, J, K, L, M)
    make_14(A, B, C, D, E, F, G, H, I, J, K, L, M, N)
    make_15(A, B, C, D, E, F, G, H, I, J, K, L, M, N, O)
    make_16(A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P)
}
