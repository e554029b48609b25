use metaclass::prelude::*;

#[derive(Dataclass)]
struct Point(f64);

fn main() {
    let p = Point!(1.0);
    println!("{p:?}");
}
