//! Class factories: functions that make classes, one file each.

mod dataclass;
mod decode;
mod enumeration;
mod enumeration_data;
mod model;
mod namedtuple;
