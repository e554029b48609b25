use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    #[field(into)]
    name: String,
}

fn main() {
    Person!(3);
}
