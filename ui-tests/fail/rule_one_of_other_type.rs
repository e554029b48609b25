use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(one_of = ["a", 1])]
    value: String,
}

fn main() {}
