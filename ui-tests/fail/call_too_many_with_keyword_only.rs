use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    x: f64,
    #[field(kw_only)]
    y: f64,
}

fn main() {
    Point!(1.0, 2.0, y = 3.0);
}
