use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    x: f64,
}

fn main() {
    call!(Point);
}
