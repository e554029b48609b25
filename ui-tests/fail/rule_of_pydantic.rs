use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(ge = 0)]
    value: i64,
}

fn main() {}
