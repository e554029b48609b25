use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(new(vis = private))]
struct Point {
    x: f64,
}

fn main() {}
