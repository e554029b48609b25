use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(serde, extra)]
struct C {
    x: u8,
}

fn main() {}
