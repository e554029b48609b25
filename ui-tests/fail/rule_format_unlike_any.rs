use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(format = zebra)]
    value: String,
}

fn main() {}
