use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(max_value = 300)]
    value: u8,
}

fn main() {}
