use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(init = false)]
struct Point {
    x: f64,
}

fn main() {
    Point!(1.0);
}
