use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(eq = false, order)]
struct Point {
    x: f64,
}

fn main() {}
