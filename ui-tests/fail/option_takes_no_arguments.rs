use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(frozen(true))]
struct Point {
    x: f64,
}

fn main() {}
