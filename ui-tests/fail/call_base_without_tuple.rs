use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(tuple = false)]
struct Point {
    x: f64,
    y: f64,
}

fn main() {
    let p = Point!(1.0, 2.0);
    Point!(x = 1.0, ..p);
}
