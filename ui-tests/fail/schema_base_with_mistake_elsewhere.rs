use metaclass::prelude::*;

mod animals {
    metaclass::schema! {
        pub struct Animal {
            #[field(max_lenght = 3)]
            name: String,
        }
    }
}

schema! {
    struct Dog: animals::Animal { good: bool = true }
}

fn main() {
    println!("{}", Dog!("Rex").good);
}
