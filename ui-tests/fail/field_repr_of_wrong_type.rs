use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    #[field(repr = show)]
    age: u8,
}

fn show(age: &str) -> String {
    age.to_owned()
}

fn main() {}
