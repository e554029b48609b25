use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(matches = pasword)]
    value: String,
    password: String,
}

fn main() {}
