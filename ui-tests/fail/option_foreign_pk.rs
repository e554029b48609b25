use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    #[field(pk)]
    id: i64,
}

fn main() {}
