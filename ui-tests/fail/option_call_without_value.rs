use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(call)]
struct Point {
    x: f64,
}

fn main() {}
