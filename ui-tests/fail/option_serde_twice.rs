use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(serde, order, serde)]
struct C {
    x: u8,
}

fn main() {}
