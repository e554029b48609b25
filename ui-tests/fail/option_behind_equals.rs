use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass = "frozen"]
struct Point {
    x: f64,
}

fn main() {}
