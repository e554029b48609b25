use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(min_length = 1)]
    value: u8,
}

fn main() {}
