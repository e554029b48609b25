//! Class factories: classes that are written for the user.

pub(crate) mod dataclass;
pub(crate) mod named_tuple;
