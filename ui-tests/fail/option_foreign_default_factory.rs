use metaclass::prelude::*;

#[derive(Dataclass)]
struct Order {
    #[field(default_factory = Vec::new)]
    lines: Vec<String>,
}

fn main() {}
