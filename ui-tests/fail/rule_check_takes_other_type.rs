use metaclass::prelude::*;

fn check(_: &u8) -> bool {
    true
}

#[derive(Dataclass)]
struct User {
    #[field(check = check)]
    value: String,
}

fn main() {}
