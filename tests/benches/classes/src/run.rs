//! Something that can be repeated and takes time.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// Does an operation this often; gives the time of all calls.
pub(crate) type Run = Box<dyn FnMut(u32) -> Duration>;

/// To drop what the operation gives is part of it; to move it is not.
pub(crate) fn repeat<O>(mut operation: impl FnMut() -> O + 'static) -> Run {
    Box::new(move |calls| {
        let start = Instant::now();
        for _ in 0..calls {
            black_box(&operation());
        }
        start.elapsed()
    })
}
