use metaclass::prelude::*;

namedtuple! {
    struct Point {
        #[field(kw_only)]
        x: f64,
    }
}

fn main() {
    println!("{}", Point!(x = 1.0).x);
}
