use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(serde = "yes")]
struct C {
    x: u8,
}

fn main() {}
