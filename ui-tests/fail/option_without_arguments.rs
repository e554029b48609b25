use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    #[field(metadata)]
    x: f64,
}

fn main() {}
