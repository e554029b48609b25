use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(hash)]
struct Point {
    x: i64,
    #[field(compare = false, hash)]
    y: i64,
}

fn main() {}
