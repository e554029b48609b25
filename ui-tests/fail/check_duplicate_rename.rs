use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    name: String,
    #[field(rename = "name")]
    full_name: String,
}

fn main() {}
