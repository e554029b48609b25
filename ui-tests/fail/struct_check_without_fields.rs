use metaclass::prelude::*;

fn check(_: &u8) -> bool {
    true
}

#[derive(Dataclass)]
#[dataclass(check(check))]
struct Range {
    low: u8,
}

fn main() {}
