use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(present)]
    value: String,
}

fn main() {}
