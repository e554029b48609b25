use metaclass::prelude::*;

namedtuple!(Point, "self x");

fn main() {
    println!("{}", Point!(1, 2).x);
}
