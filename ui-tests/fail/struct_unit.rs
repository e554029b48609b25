use metaclass::prelude::*;

#[derive(Dataclass)]
struct Nothing;

fn main() {}
