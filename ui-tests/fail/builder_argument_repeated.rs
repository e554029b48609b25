use metaclass::Dataclass;

#[derive(Dataclass)]
#[dataclass(builder)]
struct Point {
    x: f64,
    y: f64,
}

fn main() {
    Point::builder().x(1.0).y(2.0).x(3.0).build();
}
