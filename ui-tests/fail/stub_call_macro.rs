use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(frozn)]
struct Point {
    x: f64,
}

fn main() {
    let p = Point!(1.0);
    let q = Point!(x = 2.0, ..p);
    let r = call!(Point(3.0));
    assert!(q == r);
}
