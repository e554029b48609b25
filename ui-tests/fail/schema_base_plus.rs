use metaclass::prelude::*;

schema! {
    struct Animal { name: String }

    struct Pet { owner: String }

    struct Dog: Animal + Pet { good: bool = true }
}

fn main() {
    println!("{}", Dog!("Rex", "Ann"));
}
