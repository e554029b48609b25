use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(clone)]
struct Point {
    x: f64,
}

fn main() {}
