use metaclass::prelude::*;

#[derive(Debug, Dataclass)]
struct Point {
    x: f64,
}

fn main() {}
