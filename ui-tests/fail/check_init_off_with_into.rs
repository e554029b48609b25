use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    #[field(init = false, default, into)]
    name: String,
}

fn main() {}
