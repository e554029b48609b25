use metaclass::prelude::*;

mod geo {
    use metaclass::prelude::*;

    #[derive(Dataclass)]
    #[dataclass(frozn)]
    pub struct Point {
        pub x: f64,
    }
}

pub use geo::Point;

fn main() {
    Point!(1.0);
    geo::Point!(1.0);
}
