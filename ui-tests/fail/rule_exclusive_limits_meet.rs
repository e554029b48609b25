use metaclass::prelude::*;

#[derive(Dataclass)]
struct User {
    #[field(exclusive_min = 1.0, exclusive_max = 1)]
    value: f64,
}

fn main() {}
