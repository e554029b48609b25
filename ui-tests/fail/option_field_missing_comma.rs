use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    #[field(default = 1.0 compare = false)]
    x: f64,
}

fn main() {}
