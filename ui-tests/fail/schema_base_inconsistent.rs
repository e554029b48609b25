use metaclass::prelude::*;

schema! {
    struct Animal { name: String }

    struct Dog: Animal { good: bool = true }

    struct Puppy: Animal, Dog { age: u8 }
}

fn main() {
    println!("{}", Puppy!(1));
}
