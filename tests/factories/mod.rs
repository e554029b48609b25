//! Class factories: classes made of fields alone.

mod dataclass;
