use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(serde)]
struct C {
    #[field(strict, strict)]
    x: u8,
}

fn main() {}
