use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(ascii)]
    value: Vec<String>,
}

fn main() {}
