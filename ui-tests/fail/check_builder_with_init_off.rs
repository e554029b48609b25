use metaclass::Dataclass;

#[derive(Dataclass)]
#[dataclass(builder, init = false)]
struct Point {
    x: f64,
}

fn main() {}
