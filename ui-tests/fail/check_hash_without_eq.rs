use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(eq = false, hash)]
struct Point {
    x: i64,
}

fn main() {}
