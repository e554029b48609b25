use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(min_value = 1)]
    value: String,
}

fn main() {}
