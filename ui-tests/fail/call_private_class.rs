use metaclass::prelude::*;

mod geo {
    use metaclass::prelude::*;

    #[derive(Dataclass)]
    struct Point {
        x: f64,
    }
}

fn main() {
    geo::Point!(1.0);
}
