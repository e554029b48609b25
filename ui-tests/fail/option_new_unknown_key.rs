use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(new(visibility = pub))]
struct Point {
    x: f64,
}

fn main() {}
