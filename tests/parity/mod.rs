//! Parity: the same class compiled and made at run time says the same of the same values.

mod classes;
pub(crate) mod decode;
mod order;
mod random;
pub(crate) mod row;
pub(crate) mod rules;
