use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(repr = false)]
struct Point {
    x: f64,
}

fn main() {}
