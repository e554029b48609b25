use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(one_of = [])]
    value: String,
}

fn main() {}
