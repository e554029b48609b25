use metaclass::prelude::*;

#[derive(Dataclass)]
enum Shape {
    Circle,
}

fn main() {
    let shape = Shape!();
    println!("{shape:?}");
}
