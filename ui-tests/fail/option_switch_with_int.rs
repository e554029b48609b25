use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(frozen = 1)]
struct Point {
    x: f64,
}

fn main() {}
