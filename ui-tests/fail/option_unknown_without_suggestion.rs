use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(thread_local)]
struct Point {
    x: f64,
}

fn main() {}
