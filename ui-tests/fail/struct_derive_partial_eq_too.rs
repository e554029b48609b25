use metaclass::prelude::*;

#[derive(Dataclass, PartialEq)]
struct Point {
    x: f64,
}

fn main() {}
