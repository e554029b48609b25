use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    #[field(alias = "title")]
    name: String,
    #[field(alias = "title")]
    role: String,
}

fn main() {}
