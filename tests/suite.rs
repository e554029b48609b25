//! What the macros write, used as a program would.

#![forbid(unsafe_code)]
