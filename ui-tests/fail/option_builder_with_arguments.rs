use metaclass::Dataclass;

#[derive(Dataclass)]
#[dataclass(builder(name = PointMaker))]
struct Point {
    x: f64,
}

fn main() {}
