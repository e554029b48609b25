use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(present, default = Some(1))]
    value: Option<i64>,
}

fn main() {}
