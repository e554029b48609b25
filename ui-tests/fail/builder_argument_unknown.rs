use metaclass::Dataclass;

#[derive(Dataclass)]
#[dataclass(builder)]
struct Point {
    left: f64,
}

fn main() {
    Point::builder().lift(1.0).build();
}
