use metaclass::prelude::*;

schema! {
    enum Shape { Circle, Square }

    struct Other { x: u8 }
}

fn main() {
    println!("{}", Other!(1));
}
