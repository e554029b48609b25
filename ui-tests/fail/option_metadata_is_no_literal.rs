use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    #[field(metadata(unit = String::new()))]
    x: f64,
}

fn main() {}
