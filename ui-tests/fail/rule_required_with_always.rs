use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(required_with = other)]
    value: Option<String>,
    other: String,
}

fn main() {}
