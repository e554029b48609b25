use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(items(min_length = 1))]
    value: String,
}

fn main() {}
