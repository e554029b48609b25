use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(length(min = 1))]
    value: String,
}

fn main() {}
