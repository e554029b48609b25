use metaclass::prelude::*;

const LIMIT: i64 = 1;
type Age = i64;

#[derive(Dataclass)]
struct User {
    #[field(min_value = LIMIT)]
    value: Age,
}

fn main() {}
