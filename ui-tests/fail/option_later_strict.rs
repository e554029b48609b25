use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(strict)]
    value: i64,
}

fn main() {}
