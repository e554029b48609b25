use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(frozn, order = 1, slots = true, validate)]
struct Point {
    #[field(defualt = 1.0, repr = true)]
    x: f64,
    #[field(rename = y, pk)]
    y: f64,
}

fn main() {}
