use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(transform(strip))]
    value: String,
}

fn main() {}
