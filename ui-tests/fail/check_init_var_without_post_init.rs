use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(init_var(scale: f64))]
struct Point {
    x: f64,
}

fn main() {}
