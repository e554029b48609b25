use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    name: String,
    age: u8,
}

fn main() {
    Person!(String::new(), 3, nationality = 1);
}
