use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(unsafe_hash = true)]
struct Point {
    x: i64,
}

fn main() {}
