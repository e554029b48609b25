//! Parity: the same class compiled and made at run time says the same of the same values.

mod order;
mod random;
mod row;
mod rules;
