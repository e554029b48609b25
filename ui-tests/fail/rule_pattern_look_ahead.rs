use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(pattern = "(?=a)b")]
    value: String,
}

fn main() {}
