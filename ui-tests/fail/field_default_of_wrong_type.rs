use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    #[field(default = "three")]
    age: u8,
}

fn main() {}
