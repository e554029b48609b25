use metaclass::prelude::*;

namedtuple! {
    struct Point {
        x: f64,
        #[field(compare = false)]
        y: f64,
    }
}

fn main() {
    println!("{}", Point!(1.0, 2.0).x);
}
