use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    x: f64,
}

impl Point {
    fn new() -> Self {
        Point { x: 0.0 }
    }
}

fn main() {}
