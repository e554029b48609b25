use metaclass::prelude::*;

mod animals {
    metaclass::schema! {
        pub struct Animal { name: String, weight: f64 }
    }
}

schema! {
    #[dataclass(hash)]
    struct Dog: animals::Animal { good: bool = true }
}

fn main() {
    println!("{}", Dog!("Rex", 1.0));
}
