use metaclass::prelude::*;

#[derive(Dataclass)]
struct Line {
    start: Point,
    end: Option<Point>,
}

#[derive(Dataclass)]
struct Point {
    #[field(defualt)]
    x: f64,
}

fn main() {
    let line = Line!(Point!(1.0), None);
    println!("{}", line.repr());
}
