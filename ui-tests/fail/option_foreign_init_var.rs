use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    #[field(init_var)]
    scale: f64,
}

fn main() {}
