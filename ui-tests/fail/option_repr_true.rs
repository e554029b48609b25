use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    #[field(repr = true)]
    x: f64,
}

fn main() {}
