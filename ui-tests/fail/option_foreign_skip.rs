use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    #[field(skip)]
    x: f64,
}

fn main() {}
