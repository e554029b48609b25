//! Class factories: classes that are written for the user.

pub(crate) mod dataclass;
pub(crate) mod enumeration;
mod model;
pub(crate) mod named_tuple;

pub use model::{Model, Record};
