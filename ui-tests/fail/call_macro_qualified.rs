use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    x: f64,
}

trait Made {
    type Type;
}

fn main() {
    call!(<Point as Made>::Type(1.0));
}
