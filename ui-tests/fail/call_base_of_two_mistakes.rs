use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    x: f64,
    y: f64,
}

fn main() {
    let p = Point!(1.0, 2.0);
    Point!(z = 1.0, q = 2.0, ..p);
}
