use metaclass::prelude::*;

schema! {
    struct Animal { name: String }

    struct Dog(Animal) { good: bool = true }
}

fn main() {
    println!("{}", Dog!("Rex"));
}
