use metaclass::prelude::*;

schema! {
    struct Dog: { good: bool = true }
}

fn main() {
    println!("{}", Dog!());
}
