use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(min_items = 1)]
    value: Vec<u8>,
}

fn main() {}
