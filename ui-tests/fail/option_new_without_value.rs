use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(new)]
struct Point {
    x: f64,
}

fn main() {}
