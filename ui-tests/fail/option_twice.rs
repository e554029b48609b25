use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(frozen, order, frozen)]
struct Point {
    x: f64,
}

fn main() {}
