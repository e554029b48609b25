use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(min_value = 10, max_value = 1)]
    value: i64,
}

fn main() {}
