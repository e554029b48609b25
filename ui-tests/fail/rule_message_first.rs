use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(message = "too short", min_length = 1)]
    value: String,
}

fn main() {}
