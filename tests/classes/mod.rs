//! Classes made at run time.

mod attr;
mod attributes;
mod bridge;
mod bridge_bases;
mod bridge_wide;
mod change;
mod descriptor;
mod exception;
mod field;
mod init;
mod init_subclass;
mod instance;
mod metaclass;
mod method;
mod namespace;
mod operators;
mod payload;
mod registry;
mod shared;
mod slots;
mod superclass;
mod threads;

use ::metaclass::Error;

/// As Python's traceback ends.
#[track_caller]
pub(crate) fn refused<T>(result: Result<T, Error>, text: &str) {
    assert_eq!(result.map(|_| ()).map_err(|error| format!("{error:?}")), Err(text.to_owned()));
}
