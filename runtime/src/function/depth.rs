//! How deep functions call each other: Python's recursion limit, so that the stack never overflows.

use std::cell::Cell;

use crate::error::Error;

/// So many calls of run-time functions may be within each other: Python's own limit.
const LIMIT: u32 = 1_000;
/// And so much of the stack may they take, in bytes: half of what a thread of the standard library has. A call takes up
/// far more of it where nothing is optimised.
const STACK: usize = 1024 * 1024;

thread_local! {
    /// How many calls of this thread are within each other.
    static CALLS: Cell<u32> = const { Cell::new(0) };
    /// Where on the stack the outermost of them began.
    static OUTERMOST: Cell<usize> = const { Cell::new(0) };
}

/// One call, as long as this lives.
pub(crate) struct Entered(());

/// Begins a call.
#[inline]
pub(crate) fn enter() -> Result<Entered, Error> {
    let depth = CALLS.get();
    let here = std::ptr::from_ref(&depth).addr();
    if depth == 0 {
        OUTERMOST.with(|outermost| outermost.set(here));
    } else if depth >= LIMIT || here.abs_diff(OUTERMOST.get()) > STACK {
        return Err(too_deep());
    }
    CALLS.with(|calls| calls.set(depth + 1));
    Ok(Entered(()))
}

impl Drop for Entered {
    #[inline]
    fn drop(&mut self) {
        CALLS.with(|calls| calls.set(calls.get() - 1));
    }
}

#[cold]
fn too_deep() -> Error {
    Error::recursion_error("maximum recursion depth exceeded")
}
