//! What it means: plain structs over syn types, without attributes and without templates.
//!
//! `lower` makes them from what was read and never fails: laws are the business of the checks.

pub(crate) mod bounds;
pub(crate) mod case;
pub(crate) mod class;
pub(crate) mod default;
pub(crate) mod docs;
pub(crate) mod field;
pub(crate) mod known;
pub(crate) mod lower;
pub(crate) mod names;
pub(crate) mod number;
pub(crate) mod outward;
pub(crate) mod text;
pub(crate) mod types;
pub(crate) mod visibility;
