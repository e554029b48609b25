//! Attributes on the struct and its fields do not hinder.

#![deny(warnings)]

use metaclass::prelude::*;

/// A documented class.
#[derive(Dataclass, Clone, Copy)]
#[repr(C)]
#[allow(non_snake_case)]
#[must_use]
#[non_exhaustive]
pub struct Point {
    /// Documented.
    pub x: f64,
    #[cfg(any())]
    pub gone: f64,
    #[cfg(all())]
    #[field(default = 1.0)]
    pub kept: f64,
    #[field(default)]
    pub Odd: u8,
    #[deprecated]
    #[field(default)]
    pub old: u8,
}

#[derive(Dataclass)]
#[dataclass()]
#[dataclass]
struct Empty {}

#[derive(Dataclass)]
struct Unused {
    _unused: u8,
}

fn main() {
    let p = Point!(1.0, Odd = 3);
    assert_eq!((p.x, p.kept, p.Odd), (1.0, 1.0, 3));
    assert_eq!(Point::field_names(), ["x", "kept", "Odd", "old"]);
    assert_eq!(Empty!(), Empty::new());
    assert_eq!(Unused!(1).repr().to_string(), "Unused(_unused=1)");
}
