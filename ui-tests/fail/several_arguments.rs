use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    name: String,
    age: u8,
}

fn main() {
    Person!(String::new(), name = String::new(), aeg = 3, hight = 1.8);
}
