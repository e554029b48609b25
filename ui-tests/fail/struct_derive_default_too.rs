use metaclass::prelude::*;

#[derive(Default, Dataclass)]
#[dataclass(default)]
struct Point {
    #[field(default)]
    x: f64,
}

fn main() {}
