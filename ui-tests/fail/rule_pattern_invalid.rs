use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(pattern = "^[a-z+$")]
    value: String,
}

fn main() {}
