use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(new = make)]
struct Point {
    x: f64,
}

fn main() {}
