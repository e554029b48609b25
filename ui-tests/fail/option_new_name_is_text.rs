use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(new(name = "make"))]
struct Point {
    x: f64,
}

fn main() {}
