use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(hash)]
struct Point {
    x: f64,
}

fn main() {}
