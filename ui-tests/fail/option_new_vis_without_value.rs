use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(new(vis))]
struct Point {
    x: f64,
}

fn main() {}
