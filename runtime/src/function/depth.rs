//! How deep functions call each other: Python's recursion limit, so that the stack never overflows.

use std::cell::Cell;
use std::mem::MaybeUninit;

use crate::error::Error;

/// So many calls of run-time functions may be within each other: Python's own limit.
const LIMIT: u32 = 1_000;
/// And so much of the stack may they take, in bytes: half of what a thread of the standard library has. A call takes up
/// far more of it where nothing is optimised.
const STACK: usize = 1024 * 1024;

/// How deep the calls of a thread are. It lies together, so that it is looked up once.
struct Depth {
    /// How many are within each other.
    calls: Cell<u32>,
    /// `STACK` below the place where the outermost of them began: no call is further from there, up or down.
    lowest: Cell<usize>,
}

thread_local! {
    static DEPTH: Depth = const { Depth { calls: Cell::new(0), lowest: Cell::new(0) } };
}

/// One call, as long as this lives.
pub(crate) struct Entered(());

/// Begins a call.
#[inline]
pub(crate) fn enter() -> Result<Entered, Error> {
    // Nothing is written to it: all that matters is where it lies.
    let local = MaybeUninit::<u8>::uninit();
    let here = std::ptr::from_ref(&local).addr();
    let calls = DEPTH.with(|depth| depth.calls.get());
    if calls == 0 {
        DEPTH.with(|depth| depth.lowest.set(here.wrapping_sub(STACK)));
    } else if calls >= LIMIT || here.wrapping_sub(DEPTH.with(|depth| depth.lowest.get())) > 2 * STACK {
        return Err(too_deep());
    }
    DEPTH.with(|depth| depth.calls.set(calls + 1));
    Ok(Entered(()))
}

impl Drop for Entered {
    #[inline]
    fn drop(&mut self) {
        DEPTH.with(|depth| depth.calls.set(depth.calls.get() - 1));
    }
}

#[cold]
fn too_deep() -> Error {
    Error::recursion_error("maximum recursion depth exceeded")
}
