use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(transform(trim))]
    value: i64,
}

fn main() {}
