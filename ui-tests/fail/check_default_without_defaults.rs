use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(default)]
struct Point {
    x: f64,
    y: f64,
    #[field(default)]
    z: f64,
}

fn main() {}
