use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(uniq_items)]
    value: Vec<String>,
}

fn main() {}
