use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    #[field("y")]
    x: f64,
}

fn main() {}
