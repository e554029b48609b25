use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(serde, extra = "forbid")]
struct C {
    x: u8,
}

fn main() {}
