use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(ascii = true)]
    value: String,
}

fn main() {}
