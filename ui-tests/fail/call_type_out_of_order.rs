use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    name: String,
    age: u8,
}

fn main() {
    Person!(age = "three", name = String::new());
}
