use metaclass::prelude::*;

schema! {
    #[derive(Dataclass, Eq)]
    struct User { x: u8 }
}

fn main() {
    println!("{}", User!(1));
}
