use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(default = 0, min_value = 1)]
    value: i64,
}

fn main() {}
