//! What the macros write, used as a program would.

#![forbid(unsafe_code)]
#![allow(clippy::float_cmp, reason = "the floats compared here were never computed with")]

mod cross_crate;
mod dataclass;
mod hygiene;
mod lints;
