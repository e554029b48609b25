use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(max_length = 10)]
    value: Vec<String>,
}

fn main() {}
