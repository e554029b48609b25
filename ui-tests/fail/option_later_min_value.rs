use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    #[field(min_value = 0, max_value = 150)]
    age: u8,
}

fn main() {}
