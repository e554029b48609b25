use metaclass::prelude::*;

schema! {
    struct User {
        id: i64,
        type: String,
    }
}

fn main() {
    println!("{}", User!(1).id);
}
