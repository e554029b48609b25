use metaclass::prelude::*;

mod animals {
    metaclass::schema! {
        pub struct Animal { name: String, legs: Option<u8> }
    }
}

schema! {
    struct Dog: animals::Animal {
        name: i64,
        legs: u8 = 4,
    }
}

fn main() {
    println!("{}", Dog!(1));
}
