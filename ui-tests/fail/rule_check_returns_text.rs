use metaclass::prelude::*;

fn check(_: &String) -> &'static str {
    "no"
}

#[derive(Dataclass)]
struct User {
    #[field(check = check)]
    value: String,
}

fn main() {}
