use metaclass::prelude::*;

namedtuple! {
    struct Point: Base {
        x: f64,
    }
}

fn main() {
    println!("{}", Point!(1.0).x);
}
