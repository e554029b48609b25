use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(post_init = Self::finish)]
struct Point {
    x: f64,
}

fn main() {}
