use metaclass::prelude::*;

#[derive(Dataclass)]
struct Square {
    #[field(default = side * side)]
    area: f64,
    #[field(default = 1.0)]
    side: f64,
}

fn main() {}
