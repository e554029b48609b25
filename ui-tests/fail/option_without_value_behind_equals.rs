use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    #[field(default = , compare = false)]
    x: f64,
}

fn main() {}
