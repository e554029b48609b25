use metaclass::prelude::*;

namedtuple! {
    struct Point {
        x: f64,
        y: f64,
    }
}

fn hashed(_: impl std::hash::Hash) {}

fn main() {
    hashed(Point!(1.0, 2.0));
}
