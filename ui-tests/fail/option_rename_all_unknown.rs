use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(serde, rename_all = "Camel")]
struct C {
    first_name: String,
}

fn main() {}
