//! Class factories: classes that are written for the user, of fields alone.

pub(crate) mod dataclass;
