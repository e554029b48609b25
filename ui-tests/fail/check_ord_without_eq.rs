use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(ord, eq = false)]
struct Point {
    x: i64,
}

fn main() {}
