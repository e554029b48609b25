//! How deep functions call each other: Python's recursion limit, so that the stack never overflows.

use std::cell::Cell;

use crate::error::Error;

/// So many calls of run-time functions may be within each other: Python's own limit.
const LIMIT: u32 = 1_000;
/// And so much of the stack may they take, in bytes: half of what a thread of the standard library has. A call takes up
/// far more of it where nothing is optimised.
const STACK: usize = 1024 * 1024;

thread_local! {
    /// How many calls are within each other, and where on the stack the outermost began.
    static DEPTH: Cell<(u32, usize)> = const { Cell::new((0, 0)) };
}

/// One call, as long as this lives.
pub(crate) struct Entered(());

/// Begins a call.
#[inline]
pub(crate) fn enter() -> Result<Entered, Error> {
    let (depth, outermost) = DEPTH.get();
    let here = std::ptr::from_ref(&depth).addr();
    let outermost = if depth == 0 { here } else { outermost };
    if depth >= LIMIT || here.abs_diff(outermost) > STACK {
        return Err(too_deep());
    }
    DEPTH.set((depth + 1, outermost));
    Ok(Entered(()))
}

impl Drop for Entered {
    fn drop(&mut self) {
        let (depth, outermost) = DEPTH.get();
        DEPTH.set((depth - 1, outermost));
    }
}

#[cold]
fn too_deep() -> Error {
    Error::recursion_error("maximum recursion depth exceeded")
}
