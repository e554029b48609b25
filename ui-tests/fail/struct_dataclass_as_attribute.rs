use metaclass::prelude::*;

#[Dataclass]
struct Point {
    x: f64,
}

fn main() {}
