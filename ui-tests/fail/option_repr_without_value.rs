use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    #[field(repr)]
    x: f64,
}

fn main() {}
