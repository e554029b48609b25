use metaclass::Dataclass;

#[derive(Dataclass)]
#[dataclass(builder)]
struct Point {
    x: f64,
    y: f64,
    #[field(default = 0.0)]
    z: f64,
}

fn main() {
    Point::builder().x(1.0).z(2.0).build();
}
