use metaclass::prelude::*;

schema! {
    struct Animal {
        #[field(max_lenght = 3)]
        name: String,
    }

    struct Dog: Animal { good: bool = true }

    struct Puppy: Dog { age: u8 }
}

fn main() {
    println!("{} {}", Dog!("Rex"), Puppy!("Rex", 1).age);
}
