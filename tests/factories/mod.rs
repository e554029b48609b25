//! Class factories: functions that make classes, one file each.

mod dataclass;
mod decode;
mod model;
mod namedtuple;
