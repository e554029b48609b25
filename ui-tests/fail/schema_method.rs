use metaclass::prelude::*;

schema! {
    struct User {
        id: i64,
        fn greet(&self) {}
    }
}

fn main() {
    println!("{}", User!(1).id);
}
