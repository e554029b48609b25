//! Numbers whose payload must be one integer or pointer.

use std::sync::Arc;

/// A float, kept as its bits so that a [`Value`](super::Value) stays in two registers.
#[derive(Clone, Copy)]
pub struct Float(u64);

impl Float {
    /// The float itself.
    #[must_use]
    pub const fn get(self) -> f64 {
        f64::from_bits(self.0)
    }
}

impl From<f64> for Float {
    fn from(value: f64) -> Self {
        Self(value.to_bits())
    }
}

/// An integer beyond 64 bits; never one that an `i64` can hold.
#[derive(Clone)]
pub struct Wide(Arc<i128>);

impl Wide {
    /// The caller has seen that it does not fit an `i64`.
    pub(super) fn new(value: i128) -> Self {
        Self(Arc::new(value))
    }

    /// The integer itself.
    #[must_use]
    pub fn get(&self) -> i128 {
        *self.0
    }
}
