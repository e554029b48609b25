use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(unit = bytes, ascii)]
    value: String,
}

fn main() {}
