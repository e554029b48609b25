use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(min_length)]
    value: String,
}

fn main() {}
