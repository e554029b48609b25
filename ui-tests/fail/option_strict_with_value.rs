use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(serde)]
struct C {
    #[field(strict = 1)]
    x: u8,
}

fn main() {}
