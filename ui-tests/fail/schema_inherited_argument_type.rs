use metaclass::prelude::*;

mod animals {
    metaclass::schema! {
        pub struct Animal { name: String, legs: u8 = 4 }
    }
}

schema! {
    struct Dog: animals::Animal { good: bool = true }
}

fn main() {
    let dog = Dog!("Rex", legs = "four");
    println!("{dog}");
}
