use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(ord)]
struct Point {
    x: Option<f32>,
}

fn main() {}
