use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(validate)]
struct Point {
    x: f64,
}

fn main() {}
