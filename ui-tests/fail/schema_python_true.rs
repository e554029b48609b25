use metaclass::prelude::*;

schema! {
    struct User {
        id: i64,
        active: bool = True,
    }
}

fn main() {
    println!("{}", User!(1).id);
}
