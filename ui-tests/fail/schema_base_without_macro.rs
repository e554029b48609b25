use metaclass::prelude::*;

struct Animal;

schema! {
    struct Dog: Animal { good: bool = true }
}

fn main() {}
