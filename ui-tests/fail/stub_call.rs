use metaclass::prelude::*;

#[derive(Dataclass, Clone)]
struct Point {
    x: f64,
    y: f64,
}

fn main() {
    let p = Point!(1.0, z = 3.0);
    println!("{} {p:?} {}", p.x, p == p.clone());
}
