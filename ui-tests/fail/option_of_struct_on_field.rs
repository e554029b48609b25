use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    #[field(frozen)]
    x: f64,
}

fn main() {}
