use metaclass::Dataclass;

#[derive(Dataclass)]
#[dataclass(source)]
struct Point {
    x: f64,
}

fn main() {
    println!("{:?}", Point!(1.0));
}
