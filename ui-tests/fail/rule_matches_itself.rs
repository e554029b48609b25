use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(matches = value)]
    value: String,
}

fn main() {}
