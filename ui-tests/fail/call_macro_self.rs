use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    x: f64,
}

impl Point {
    fn origin() -> Self {
        call!(Self(0.0))
    }
}

fn main() {}
