use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(max_length = 1, min_length = 2)]
    value: String,
}

fn main() {}
