use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point {
    #[field(defualt)]
    x: f64,
}

fn main() {
    let p = Point::new(1.0);
    println!("{p:?} {}", p.x);
}
