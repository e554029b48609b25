use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    name: String,
    age: u8,
}

fn main() {
    Person!(name = "Ann", age = 3);
}
