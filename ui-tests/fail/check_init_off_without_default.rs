use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    x: f64,
    #[field(init = false)]
    length: f64,
}

fn main() {}
