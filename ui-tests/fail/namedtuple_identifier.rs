use metaclass::prelude::*;

namedtuple!(pub Point, "x y-z");

fn main() {
    println!("{}", Point!(1, 2).x);
}
