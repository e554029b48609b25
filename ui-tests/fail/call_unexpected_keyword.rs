use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    name: String,
    age: u8,
}

fn main() {
    Person!(nmae = String::new(), age = 3);
}
