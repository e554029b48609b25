use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(frozen)]
struct Post {
    new: bool,
}

fn main() {}
