//! What CPython was seen to do, against what we do.

#![forbid(unsafe_code)]
