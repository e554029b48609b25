use metaclass::prelude::*;

mod geo {
    use metaclass::prelude::*;

    #[derive(Dataclass)]
    #[dataclass(new(vis = pub(self)))]
    pub struct Point {
        pub x: f64,
    }
}

fn main() {
    geo::Point::new(1.0);
}
