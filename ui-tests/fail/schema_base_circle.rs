use metaclass::prelude::*;

schema! {
    struct Hen: Egg { good: bool = true }

    struct Egg: Hen { size: u8 }

    struct Other { x: u8 }
}

fn main() {
    println!("{}", Other!(1));
}
