use metaclass::prelude::*;

#[derive(Dataclass)]
struct Bytes {
    bytes: [u8],
}

fn main() {}
