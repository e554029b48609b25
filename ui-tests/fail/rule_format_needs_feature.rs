use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(format = url)]
    value: String,
}

fn main() {}
