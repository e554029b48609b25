use metaclass::prelude::*;

#[derive(Dataclass)]
#[dataclass(frozen, order, frozn)]
struct Point {
    x: f64,
}

fn main() {
    let p = Point::new(1.0);
    let _ = (p.x(), p.as_tuple(), p.repr().to_string(), p.to_dict(), p.get("x"));
    let _ = (Point::SIGNATURE, Point::field_names(), p < p, p.into_tuple());
}
