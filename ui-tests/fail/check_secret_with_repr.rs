use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    #[field(secret, repr = show)]
    password: String,
}

fn show(_: &str) -> String {
    String::new()
}

fn main() {}
