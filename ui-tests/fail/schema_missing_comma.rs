use metaclass::prelude::*;

schema! {
    struct User {
        id: i64,
        name: String age: u8,
    }
}

fn main() {
    println!("{}", User!(1).id);
}
