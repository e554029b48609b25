use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    name: String,
    age: u8,
    height: f64,
}

fn main() {
    Person!(height = "tall", name = 1, age = String::new());
}
