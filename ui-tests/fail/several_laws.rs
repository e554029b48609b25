use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(eq = false, order, default)]
struct Point {
    #[field(default = 1.0)]
    x: f64,
    y: f64,
    #[field(init = false)]
    z: f64,
}

fn main() {}
