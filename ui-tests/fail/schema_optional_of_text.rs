use metaclass::prelude::*;

schema! {
    struct User {
        id: i64,
        #[field(optional = false)] name: String,
    }
}

fn main() {
    println!("{}", User!(1).id);
}
