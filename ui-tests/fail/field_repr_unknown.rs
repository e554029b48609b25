use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    #[field(repr = show)]
    age: u8,
}

fn main() {}
