use metaclass::prelude::*;

fn check(_: &u8, _: &u8) -> bool {
    true
}

#[derive(Dataclass)]
#[dataclass(check(check, fields(low, hihg)))]
struct Range {
    low: u8,
    high: u8,
}

fn main() {}
