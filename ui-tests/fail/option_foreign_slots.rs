use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(slots = true)]
struct Point {
    x: f64,
}

fn main() {}
