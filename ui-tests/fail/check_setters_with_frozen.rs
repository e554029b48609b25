use metaclass::Dataclass;

#[derive(Dataclass)]
#[dataclass(frozen, setters)]
struct Point {
    x: f64,
}

fn main() {
    let mut point = Point!(1.0);
    let _ = point.set_x(2.0);
}
