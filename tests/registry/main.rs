//! Definitions that change while they are in use, and what is drawn and written of them.

#![forbid(unsafe_code)]

mod diagram;
mod diff;
mod laws;
mod linked;
mod load;
mod migrate;
#[path = "../random.rs"]
mod random;
mod references;
mod to_rust;
