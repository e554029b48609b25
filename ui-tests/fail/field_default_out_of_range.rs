use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    #[field(default = 300)]
    age: u8,
}

fn main() {}
