//! How much data may ask for.

/// How much data may ask for: what stands between a hostile text and memory, stack and time.
///
/// All are on unless raised. Code that makes values is trusted with more: see the [`Value`](crate::Value) itself.
///
/// ```
/// use metaclass::Limits;
///
/// let limits = Limits::new().max_bytes(1 << 20).max_issues(10);
/// assert_eq!(limits, Limits::default().max_issues(10).max_bytes(1_048_576));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub(crate) depth: usize,
    pub(crate) issues: usize,
    pub(crate) bytes: usize,
}

impl Limits {
    /// 128 levels, 100 faults, 64 MiB of text from a reader.
    #[must_use]
    pub const fn new() -> Self {
        Self { depth: 128, issues: 100, bytes: 64 << 20 }
    }

    /// How deep lists, dicts and instances may lie within each other: 128 unless said, which is also the most that the
    /// parser of JSON follows.
    #[must_use]
    pub const fn max_depth(mut self, levels: usize) -> Self {
        self.depth = levels;
        self
    }

    /// How many faults are kept, 1 at least: 100 unless said.
    #[must_use]
    pub const fn max_issues(mut self, issues: usize) -> Self {
        self.issues = issues;
        self
    }

    /// How many bytes are read from a reader: 64 MiB (67,108,864) unless said.
    #[must_use]
    pub const fn max_bytes(mut self, bytes: usize) -> Self {
        self.bytes = bytes;
        self
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::new()
    }
}
