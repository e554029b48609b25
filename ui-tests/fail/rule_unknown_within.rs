use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(items(min_lenght = 1))]
    value: Vec<String>,
}

fn main() {}
