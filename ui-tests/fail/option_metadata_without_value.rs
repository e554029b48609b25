use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    #[field(metadata(unit))]
    x: f64,
}

fn main() {}
