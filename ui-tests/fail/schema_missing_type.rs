use metaclass::prelude::*;

schema! {
    struct User {
        id: i64,
        name,
    }
}

fn main() {
    println!("{}", User!(1).id);
}
