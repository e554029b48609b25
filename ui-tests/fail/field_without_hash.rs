use metaclass::prelude::*;

#[derive(Clone, PartialEq, Eq)]
struct Id;

#[derive(Dataclass)]
#[dataclass(hash)]
struct Job {
    id: Id,
}

fn main() {}
