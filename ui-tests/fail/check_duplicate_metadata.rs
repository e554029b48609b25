use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    #[field(metadata(unit = "m", unit = "km"))]
    x: f64,
}

fn main() {}
