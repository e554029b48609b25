use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(format = emial)]
    value: String,
}

fn main() {}
