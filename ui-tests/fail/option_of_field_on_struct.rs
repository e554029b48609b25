use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(compare = false)]
struct Point {
    x: f64,
}

fn main() {}
