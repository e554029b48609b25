use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    name: String,
    #[field(default = name)]
    login: String,
}

fn main() {}
