use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    #[field(primary_key)]
    id: i64,
    #[field(primary_key)]
    email: String,
}

fn main() {}
