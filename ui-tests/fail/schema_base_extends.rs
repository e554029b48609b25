use metaclass::prelude::*;

schema! {
    struct Animal { name: String }

    struct Dog extends Animal { good: bool = true }
}

fn main() {
    println!("{}", Dog!("Rex"));
}
