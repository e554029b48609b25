//! `namedtuple!`: one module for each part of what it writes.

mod compare;
mod convert;
mod copy;
mod data;
mod items;
mod make;
mod recorded;
mod typed;
mod untyped;
mod values;
