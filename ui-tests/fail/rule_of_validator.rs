use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(must_match = other)]
    value: String,
    other: String,
}

fn main() {}
