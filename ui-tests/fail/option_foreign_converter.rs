use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    #[field(converter = String::from)]
    name: String,
}

fn main() {}
