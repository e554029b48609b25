use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(call = false)]
struct Point {
    x: f64,
}

fn main() {
    call!(Point(1.0));
}
