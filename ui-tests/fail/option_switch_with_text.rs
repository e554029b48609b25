use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(order = "true")]
struct Point {
    x: f64,
}

fn main() {}
