use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    #[field(rename)]
    x: f64,
}

fn main() {}
