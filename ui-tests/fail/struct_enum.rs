use metaclass::prelude::*;

#[derive(Dataclass)]
enum Shape {
    Circle { radius: f64 },
    Square { side: f64 },
}

fn main() {}
