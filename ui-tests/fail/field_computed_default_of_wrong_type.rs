use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    name: String,
    #[field(default = name.len())]
    age: u8,
}

fn main() {}
