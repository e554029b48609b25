use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(init = false, post_init = Self::finish)]
struct Point {
    x: f64,
}

impl Point {
    fn finish(&mut self) {}
}

fn main() {}
