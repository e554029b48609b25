use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(equals = f())]
    value: String,
}

fn main() {}
