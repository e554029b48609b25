use metaclass::prelude::*;

schema! {
    struct User {
        id: i64,
        #[field(default = "b")] name: String = "a",
    }
}

fn main() {
    println!("{}", User!(1).id);
}
