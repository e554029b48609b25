use metaclass::prelude::*;

#[derive(Dataclass)]
struct Animal {
    name: String,
}

schema! {
    struct Dog: Animal { good: bool = true }
}

fn main() {
    println!("{}", Animal!("x".into()).name);
}
