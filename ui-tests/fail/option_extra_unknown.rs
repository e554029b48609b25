use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(serde, extra = maybe)]
struct C {
    x: u8,
}

fn main() {}
