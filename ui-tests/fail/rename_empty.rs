use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(rename = "")]
    value: String,
}

fn main() {}
