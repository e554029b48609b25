use metaclass::Dataclass;

#[derive(Dataclass)]
#[dataclass(register)]
struct Point {
    x: f64,
}

fn main() {
    println!("{:?}", Point!(1.0));
}
