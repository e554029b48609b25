use metaclass::prelude::*;

#[derive(Dataclass)]
#[field(default)]
struct Point {
    x: f64,
}

fn main() {}
