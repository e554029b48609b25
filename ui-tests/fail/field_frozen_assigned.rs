use metaclass::prelude::*;

mod geo {
    use metaclass::prelude::*;

    #[derive(Dataclass)]
    #[dataclass(frozen)]
    pub struct Point {
        x: f64,
    }
}

fn main() {
    let mut p = call!(geo::Point(1.0));
    p.x = 2.0;
}
