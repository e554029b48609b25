use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    #[field(default = 1.0)]
    #[field(default = 2.0)]
    x: f64,
}

fn main() {}
