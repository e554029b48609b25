use metaclass::prelude::*;

schema! {
    struct Dog: Dog { good: bool = true }
}

fn main() {
    println!("{}", Dog!());
}
