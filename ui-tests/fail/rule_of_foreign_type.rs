use metaclass::prelude::*;

#[derive(Debug, PartialEq, Clone)]
struct Foreign;

#[derive(Dataclass)]
struct User {
    #[field(min_length = 1)]
    value: Foreign,
}

fn main() {}
