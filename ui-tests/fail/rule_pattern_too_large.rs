use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(pattern = r"\w{1000}{100}")]
    name: String,
}

fn main() {}
