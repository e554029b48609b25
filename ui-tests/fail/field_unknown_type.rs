use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    age: Ag,
}

fn main() {}
