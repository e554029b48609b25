use metaclass::prelude::*;

namedtuple! {
    struct Point {
        x: f64,
        _y: f64,
    }
}

fn main() {
    println!("{}", Point!(1.0, 2.0).x);
}
