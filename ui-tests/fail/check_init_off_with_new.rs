use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(init = false, new(name = make))]
struct Point {
    x: f64,
}

fn main() {}
