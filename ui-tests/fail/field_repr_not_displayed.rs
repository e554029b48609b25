use metaclass::prelude::*;

#[derive(Dataclass)]
struct Person {
    #[field(repr = show)]
    age: u8,
}

struct Shown;

fn show(_: &u8) -> Shown {
    Shown
}

fn main() {}
