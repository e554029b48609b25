use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    #[field(defualt = 1.0)]
    x: f64,
}

fn main() {}
