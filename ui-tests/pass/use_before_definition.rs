use metaclass::prelude::*;

const ORIGIN: Point = Point!(0.0, y = 0.0);

fn main() {
    assert_eq!(Point!(y = 2.0, x = 1.0), Point::new(1.0, 2.0));
    assert_eq!(ORIGIN, make());
    assert_eq!(call!(later::Line(ORIGIN, ORIGIN)).end, ORIGIN);
}

fn make() -> Point {
    Point!(x = 0.0, y = 0.0)
}

mod later {
    use metaclass::prelude::*;

    use super::Point;

    #[derive(Dataclass)]
    pub struct Line {
        pub start: Point,
        pub end: Point,
    }
}

#[derive(Dataclass)]
pub struct Point {
    x: f64,
    y: f64,
}
