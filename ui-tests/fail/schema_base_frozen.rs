use metaclass::prelude::*;

mod animals {
    metaclass::schema! {
        #[dataclass(frozen)]
        pub struct Animal { name: String }
    }
}

schema! {
    struct Dog: animals::Animal { good: bool = true }
}

fn main() {
    println!("{}", Dog!("Rex"));
}
