use metaclass::prelude::*;

schema! {
    struct Animal { name: String, id: u64 }

    struct Item { id: i64, price: u64 }

    struct Dog: Animal, Item {}
}

fn main() {
    println!("{}", Dog!("Rex", 1, 2));
}
