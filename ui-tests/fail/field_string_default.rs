use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    #[field(default = "Ann")]
    name: String,
}

fn main() {}
