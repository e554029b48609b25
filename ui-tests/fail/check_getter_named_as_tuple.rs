use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(frozen)]
struct Row {
    as_tuple: bool,
}

fn main() {}
