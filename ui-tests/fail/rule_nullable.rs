use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(nullable)]
    value: String,
}

fn main() {}
