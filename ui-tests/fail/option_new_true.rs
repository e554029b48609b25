use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(new = true)]
struct Point {
    x: f64,
}

fn main() {}
