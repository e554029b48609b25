use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(builder)]
struct Point {
    x: f64,
}

fn main() {}
