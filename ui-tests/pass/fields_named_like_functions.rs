//! Functions in scope share names with fields and with what generated code declares.

#![allow(dead_code)]

use metaclass::prelude::*;

fn x() -> u8 {
    1
}

fn v() -> u8 {
    2
}

fn other() -> u8 {
    3
}

fn f() -> u8 {
    4
}

fn this() -> u8 {
    5
}

fn state() -> u8 {
    6
}

fn order() -> u8 {
    7
}

fn stub() -> u8 {
    8
}

fn d0() -> u8 {
    9
}

fn value() -> u8 {
    10
}

#[derive(Dataclass)]
#[dataclass(hash, order, frozen)]
struct Point {
    y: u8,
    #[field(default = y + x())]
    z: u8,
}

fn main() {
    let p = Point!(y = 1);
    assert_eq!(p.z(), 2);
    let q = Point!(z = 5, y = 0);
    assert!(q < p);
    assert_eq!(p.repr().to_string(), "Point(y=1, z=2)");
    assert_eq!(Point!(z = 7, ..p).into_tuple(), (1, 7));
}
