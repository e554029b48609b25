use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(post_init = |this| this.x = 1.0)]
struct Point {
    x: f64,
}

fn main() {}
