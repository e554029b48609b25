use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(post_init)]
struct Point {
    x: f64,
}

fn main() {}
