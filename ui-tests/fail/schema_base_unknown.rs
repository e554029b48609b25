use metaclass::prelude::*;

schema! {
    struct Dog: Animal { good: bool = true }

    struct Other { x: u8 }
}

fn main() {
    println!("{}", Other!(1));
}
