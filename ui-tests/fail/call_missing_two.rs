use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    x: f64,
    y: f64,
}

fn main() {
    Point!();
}
