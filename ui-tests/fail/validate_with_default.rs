use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(validate, default)]
struct User {
    #[field(default = 1, min_value = 1)]
    size: u8,
}

fn main() {}
