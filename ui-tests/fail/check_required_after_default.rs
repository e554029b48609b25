use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    #[field(default = 0.0)]
    x: f64,
    y: f64,
}

fn main() {}
