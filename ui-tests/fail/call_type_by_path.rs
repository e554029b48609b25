use metaclass::prelude::*;

mod geo {
    use metaclass::prelude::*;

    #[derive(Dataclass)]
    pub struct Point {
        pub x: f64,
        pub y: f64,
    }
}

fn main() {
    call!(geo::Point(1.0, "2"));
}
