use metaclass::prelude::*;

schema! {
    struct User {
        id: i64,
        #[cfg(all())] name: String,
    }
}

fn main() {
    println!("{}", User!(1).id);
}
