use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(max_length = 3, unit = words)]
    value: String,
}

fn main() {}
