use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(items(min_length = 1))]
    value: Vec<u16>,
}

fn main() {}
