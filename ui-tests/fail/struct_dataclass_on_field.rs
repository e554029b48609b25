use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    #[dataclass(frozen)]
    x: f64,
}

fn main() {}
