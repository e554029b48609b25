use metaclass::prelude::*;

schema! {
    struct User {
        name: String;
        age: u8 = 3,
    }

    struct Other { x: u8 }
}

fn main() {
    println!("{} {}", User!("a").age, Other!(1));
}
