use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(frozn)]
struct Point {
    x: f64,
}

fn main() {}
