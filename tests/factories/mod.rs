//! Class factories: functions that make classes, one file each.

mod dataclass;
mod namedtuple;
