use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(default = "unknown", max_length = 3, into)]
    value: String,
}

fn main() {}
