use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    #[field(rename = y)]
    x: f64,
}

fn main() {}
