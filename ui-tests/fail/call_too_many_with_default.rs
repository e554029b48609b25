use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    x: f64,
    y: f64,
    #[field(default = 0.0)]
    z: f64,
}

fn main() {
    Point!(1.0, 2.0, 3.0, 4.0);
}
