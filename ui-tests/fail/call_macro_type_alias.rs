use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    x: f64,
}

type Alias = Point;

fn main() {
    call!(Alias(1.0));
}
