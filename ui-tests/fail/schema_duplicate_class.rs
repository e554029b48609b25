use metaclass::prelude::*;

schema! {
    struct User { x: u8 }

    struct User { y: u8 }
}

fn main() {
    println!("{}", User!(1));
}
