use metaclass::prelude::*;

schema! {
    class User {
        name: String,
    }
}

fn main() {
    println!("{}", User!("a"));
}
