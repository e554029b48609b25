use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    #[field(into)]
    name: String,
    age: u8,
}

fn main() {
    Person!(age = 3, name = 4);
}
