//! Writing data.
