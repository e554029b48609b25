use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(new(name = make, name = build))]
struct Point {
    x: f64,
}

fn main() {}
