use metaclass::prelude::*;

#[derive(Dataclass)]
struct Text {
    text: str,
}

fn main() {}
