use metaclass::prelude::*;

#[derive(PartialEq, PartialOrd)]
struct Id;

#[derive(Dataclass)]
#[dataclass(ord)]
struct Job {
    id: Id,
}

fn main() {}
