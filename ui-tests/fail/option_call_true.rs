use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(call = true)]
struct Point {
    x: f64,
}

fn main() {}
