use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(items(matches = other))]
    value: Vec<String>,
    other: String,
}

fn main() {}
