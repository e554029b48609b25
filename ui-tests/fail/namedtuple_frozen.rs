use metaclass::prelude::*;

namedtuple! {
    #[dataclass(frozen)]
    struct Point {
        x: f64,
    }
}

fn main() {
    println!("{}", Point!(1.0).x);
}
