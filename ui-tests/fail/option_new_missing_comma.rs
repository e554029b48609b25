use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(new(name = make vis = pub))]
struct Point {
    x: f64,
}

fn main() {}
