use metaclass::prelude::*;

schema! {
    struct Held<T> { value: T }

    struct Dog: Held { good: bool = true }
}

fn main() {}
