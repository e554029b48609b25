use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(register)]
struct Point {
    x: f64,
}

fn main() {}
