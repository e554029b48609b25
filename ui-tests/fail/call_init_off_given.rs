use metaclass::prelude::*;

#[derive(Dataclass)]
struct Square {
    side: f64,
    #[field(init = false, default = side * side)]
    area: f64,
}

fn main() {
    Square!(2.0, area = 4.0);
}
