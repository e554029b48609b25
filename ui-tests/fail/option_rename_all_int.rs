use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(serde, rename_all = 5)]
struct C {
    first_name: String,
}

fn main() {}
