use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    name: String,
    age: u8,
}

fn main() {
    let person = Person!(String::new(), 3);
    Person!(age = "three", ..person);
}
