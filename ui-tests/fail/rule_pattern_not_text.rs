use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(pattern = 1)]
    value: String,
}

fn main() {}
