use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    #[field(alias = "name")]
    name: String,
}

fn main() {}
