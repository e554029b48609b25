#![deny(unused_must_use)]

use metaclass::Dataclass;

#[derive(Dataclass)]
#[dataclass(builder)]
struct Point {
    x: f64,
}

fn main() {
    Point::builder().x(1.0);
}
