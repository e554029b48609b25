use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(bound = "T: Clone")]
struct Pair<T> {
    a: T,
}

fn main() {}
