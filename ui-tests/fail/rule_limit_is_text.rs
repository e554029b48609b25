use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(min_value = "a")]
    value: i64,
}

fn main() {}
