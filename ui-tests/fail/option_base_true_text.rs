use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(base = "yes")]
struct Animal {
    name: String,
}

fn main() {}
