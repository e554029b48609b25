use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(frozen order)]
struct Point {
    x: f64,
}

fn main() {}
