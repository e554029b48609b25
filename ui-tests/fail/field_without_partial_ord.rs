use metaclass::prelude::*;

#[derive(PartialEq)]
struct Id;

#[derive(Dataclass)]
#[dataclass(order)]
struct Job {
    id: Id,
}

fn main() {}
