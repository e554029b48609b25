use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    #[field(secret = true)]
    x: f64,
}

fn main() {}
