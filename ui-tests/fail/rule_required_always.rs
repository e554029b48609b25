use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(required)]
    value: String,
}

fn main() {}
