use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(init = false, call = point)]
struct Point {
    x: f64,
}

fn main() {}
