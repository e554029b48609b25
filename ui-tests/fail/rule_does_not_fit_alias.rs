use metaclass::prelude::*;

type Name = String;

#[derive(Dataclass)]
struct User {
    #[field(min_value = 1)]
    name: Name,
}

fn main() {}
