use metaclass::prelude::*;

schema! {
    struct User(String);

    struct Other { x: u8 }
}

fn main() {
    println!("{}", Other!(1));
}
