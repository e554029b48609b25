//! What values do, against what CPython was seen to do with them.

#[path = "../conformance/value.rs"]
mod decode;
mod golden;
mod items;
mod limits;
