use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(multiple_of = 0)]
    value: i64,
}

fn main() {}
