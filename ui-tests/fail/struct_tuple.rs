use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point(f64, f64);

fn main() {}
