use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(unique_items)]
    value: std::collections::HashMap<String, u8>,
}

fn main() {}
