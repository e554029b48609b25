use metaclass::Dataclass;

#[derive(Dataclass)]
#[dataclass(builder)]
struct Point {
    x: f64,
    y: f64,
}

fn main() {
    let point = Point::builder().build();
    println!("{point:?}");
}
