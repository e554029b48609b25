//! Class factories: classes that are written for the user.

pub(crate) mod dataclass;
mod model;
pub(crate) mod named_tuple;

pub use model::{Model, Record};
