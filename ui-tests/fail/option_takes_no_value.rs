use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    #[field(into = true)]
    x: f64,
}

fn main() {}
